-- An operand of arithmetic that is a text with a NUL byte behind an integer is a real.

select -'1abc', -('1'||x'00'), 0+('1'||char(0)), ('1'||char(0)||'2')+1, cast('1'||char(0) as numeric), cast('1'||char(0) as integer), ('1'||char(0)) = 1;
----
-1|-1.0|1.0|2.0|1|1|0

select 1+('1 '||char(0)), 1+(' 1'||char(0)||' '), 1+('1'||char(1)), 1+('1e'||char(0)), 1+('1.5'||char(0)), 1+char(0), 1+('-'||char(0)), 1+x'3100', 1&('3'||char(0));
----
2.0|2.0|2|2|2.5|1|1|2.0|1

select abs('1'||char(0)), sum('1'||char(0)), ('1'||char(0))%2, ('9223372036854775807'||char(0))+0, 1+('1'||char(32,0)), 1+('1'||char(49,0));
----
1.0|1|1.0|9.2233720368547758e+18|2.0|12.0
