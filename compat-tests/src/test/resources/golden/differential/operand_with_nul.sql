-- An operand of arithmetic that is a text with a NUL byte behind an integer is a real.

select -'1abc', 0+('1'||char(0)), ('1'||char(0)||'2')+1, cast('1'||char(0) as numeric), cast('1'||char(0) as integer), ('1'||char(0)) = 1;
----
-1|1.0|2.0|1|1|0

-- utf8: a blob becomes text by its bytes.
select 1+('1 '||char(0)), 1+(' 1'||char(0)||' '), 1+('1'||char(1)), 1+('1e'||char(0)), 1+('1.5'||char(0)), 1+char(0), 1+('-'||char(0)), 1+x'3100', 1&('3'||char(0));
----
2.0|2.0|2|2|2.5|1|1|2.0|1

select abs('1'||char(0)), sum('1'||char(0)), ('1'||char(0))%2, ('9223372036854775807'||char(0))+0, 1+('1'||char(32,0)), 1+('1'||char(49,0));
----
1.0|1|1.0|9.2233720368547758e+18|2.0|12.0

-- Stored in a column, too, it is a real first, and then an integer if it can; CAST takes the integer.
CREATE TABLE n(i INTEGER, x NUMERIC);
INSERT INTO n VALUES('12'||char(0), '9223372036854775807'||char(0)), ('9007199254740993'||char(0), '123456789012345678'||char(0)), ('12.5'||char(0), '1e3'||char(0));

SELECT i, typeof(i), x, typeof(x) FROM n;
----
12|'integer'|9.2233720368547758e+18|'real'
9007199254740992|'integer'|123456789012345680|'integer'
12.5|'real'|1000|'integer'

SELECT CAST('9223372036854775807'||char(0) AS NUMERIC), CAST('9007199254740993'||char(0)||'x' AS NUMERIC), CAST('12.0'||char(0) AS NUMERIC), CAST('x'||char(0) AS NUMERIC), CAST(x'3132' AS NUMERIC);
----
9223372036854775807|9007199254740993|12|0|12
