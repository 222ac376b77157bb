-- sqrt(X): the square root.
-- covers: sqrt

SELECT sqrt(0), sqrt(1), sqrt(-1), sqrt(0.5), sqrt(-0.5), sqrt(2), sqrt(10), sqrt(100), sqrt(1e300), sqrt(-1e-300);
----
0.0|1.0|NULL|0.70710678118654757|NULL|1.4142135623730952|3.1622776601683795|10.0|1.0e+150|NULL

SELECT sqrt(NULL), sqrt('1'), sqrt('0.5x'), sqrt('abc'), sqrt(x'31'), sqrt(''), sqrt(' 1 '), typeof(sqrt(1)), typeof(sqrt('abc'));
----
NULL|1.0|NULL|NULL|NULL|NULL|1.0|'real'|'null'

SELECT sqrt(9223372036854775807), sqrt(-9223372036854775808), sqrt(9e999), sqrt(-9e999), sqrt(3.14159265358979), sqrt(1.5), sqrt(-2.5);
----
3037000499.9760499|NULL|Inf|NULL|1.7724538509055152|1.2247448713915889|NULL

SELECT sqrt();
----
error ERROR: wrong number of arguments to function sqrt()

SELECT sqrt(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function sqrt()
