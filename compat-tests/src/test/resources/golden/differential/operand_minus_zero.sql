-- A text that looks like an integer is a real operand where the other is one.

select '-0'*1.5, '-0'*1, 1.5*'-0', '-0'+0.0, '-0'-0.0;
----

select '9007199254740993'*1.0, '9223372036854775807'+0.5, '9223372036854775808'*1, '12abc'*1.5, x'2d30'*1.5, '9223372036854775807'+1;
----
