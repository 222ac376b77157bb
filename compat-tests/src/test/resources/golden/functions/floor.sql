-- floor(X): the greatest whole number that is not greater.
-- covers: floor

SELECT floor(0), floor(1), floor(-1), floor(0.5), floor(-0.5), floor(2), floor(10), floor(100), floor(1e300), floor(-1e-300);
----
0|1|-1|0.0|-1.0|2|10|100|1.0e+300|-1.0

SELECT floor(NULL), floor('1'), floor('0.5x'), floor('abc'), floor(x'31'), floor(''), floor(' 1 '), typeof(floor(1)), typeof(floor('abc'));
----
NULL|1|NULL|NULL|NULL|NULL|1|'integer'|'null'

SELECT floor(9223372036854775807), floor(-9223372036854775808), floor(9e999), floor(-9e999), floor(3.14159265358979), floor(1.5), floor(-2.5);
----
9223372036854775807|-9223372036854775808|Inf|-Inf|3.0|1.0|-3.0

SELECT floor();
----
error ERROR: wrong number of arguments to function floor()

SELECT floor(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function floor()
