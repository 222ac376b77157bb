-- ceil(X), ceiling(X): the least whole number that is not less.
-- covers: ceil ceiling

SELECT ceil(0), ceil(1), ceil(-1), ceil(0.5), ceil(-0.5), ceil(2), ceil(10), ceil(100), ceil(1e300), ceil(-1e-300);
----
0|1|-1|1.0|0.0|2|10|100|1.0e+300|0.0

SELECT ceil(NULL), ceil('1'), ceil('0.5x'), ceil('abc'), ceil(x'31'), ceil(''), ceil(' 1 '), typeof(ceil(1)), typeof(ceil('abc'));
----
NULL|1|NULL|NULL|NULL|NULL|1|'integer'|'null'

SELECT ceil(9223372036854775807), ceil(-9223372036854775808), ceil(9e999), ceil(-9e999), ceil(3.14159265358979), ceil(1.5), ceil(-2.5);
----
9223372036854775807|-9223372036854775808|Inf|-Inf|4.0|2.0|-2.0

SELECT ceil();
----
error ERROR: wrong number of arguments to function ceil()

SELECT ceil(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function ceil()

SELECT ceiling(0), ceiling(1), ceiling(-1), ceiling(0.5), ceiling(-0.5), ceiling(2), ceiling(10), ceiling(100), ceiling(1e300), ceiling(-1e-300);
----
0|1|-1|1.0|0.0|2|10|100|1.0e+300|0.0

SELECT ceiling(NULL), ceiling('1'), ceiling('0.5x'), ceiling('abc'), ceiling(x'31'), ceiling(''), ceiling(' 1 '), typeof(ceiling(1)), typeof(ceiling('abc'));
----
NULL|1|NULL|NULL|NULL|NULL|1|'integer'|'null'

SELECT ceiling(9223372036854775807), ceiling(-9223372036854775808), ceiling(9e999), ceiling(-9e999), ceiling(3.14159265358979), ceiling(1.5), ceiling(-2.5);
----
9223372036854775807|-9223372036854775808|Inf|-Inf|4.0|2.0|-2.0

SELECT ceiling();
----
error ERROR: wrong number of arguments to function ceiling()

SELECT ceiling(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function ceiling()
