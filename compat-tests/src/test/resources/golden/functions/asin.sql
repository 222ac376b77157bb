-- asin(X): the arc sine.
-- covers: asin

SELECT asin(0), asin(1), asin(-1), asin(0.5), asin(-0.5), asin(2), asin(10), asin(100), asin(1e300), asin(-1e-300);
----
0.0|1.5707963267948966|-1.5707963267948966|0.52359877559829893|-0.52359877559829893|NULL|NULL|NULL|NULL|-1.0e-300

SELECT asin(NULL), asin('1'), asin('0.5x'), asin('abc'), asin(x'31'), asin(''), asin(' 1 '), typeof(asin(1)), typeof(asin('abc'));
----
NULL|1.5707963267948966|NULL|NULL|NULL|NULL|1.5707963267948966|'real'|'null'

SELECT asin(9223372036854775807), asin(-9223372036854775808), asin(9e999), asin(-9e999), asin(3.14159265358979), asin(1.5), asin(-2.5);
----
NULL|NULL|NULL|NULL|NULL|NULL|NULL

SELECT asin(1.0000000001);
----
NULL

SELECT asin();
----
error ERROR: wrong number of arguments to function asin()

SELECT asin(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function asin()
