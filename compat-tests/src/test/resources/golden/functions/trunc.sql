-- trunc(X): the whole number towards zero.
-- covers: trunc

SELECT trunc(0), trunc(1), trunc(-1), trunc(0.5), trunc(-0.5), trunc(2), trunc(10), trunc(100), trunc(1e300), trunc(-1e-300);
----
0|1|-1|0.0|0.0|2|10|100|1.0e+300|0.0

SELECT trunc(NULL), trunc('1'), trunc('0.5x'), trunc('abc'), trunc(x'31'), trunc(''), trunc(' 1 '), typeof(trunc(1)), typeof(trunc('abc'));
----
NULL|1|NULL|NULL|NULL|NULL|1|'integer'|'null'

SELECT trunc(9223372036854775807), trunc(-9223372036854775808), trunc(9e999), trunc(-9e999), trunc(3.14159265358979), trunc(1.5), trunc(-2.5);
----
9223372036854775807|-9223372036854775808|Inf|-Inf|3.0|1.0|-2.0

SELECT trunc();
----
error ERROR: wrong number of arguments to function trunc()

SELECT trunc(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function trunc()
