-- acos(X): the arc cosine.
-- covers: acos

SELECT acos(0), acos(1), acos(-1), acos(0.5), acos(-0.5), acos(2), acos(10), acos(100), acos(1e300), acos(-1e-300);
----
1.5707963267948966|0.0|3.1415926535897931|1.0471975511965979|2.0943951023931957|NULL|NULL|NULL|NULL|1.5707963267948966

SELECT acos(NULL), acos('1'), acos('0.5x'), acos('abc'), acos(x'31'), acos(''), acos(' 1 '), typeof(acos(1)), typeof(acos('abc'));
----
NULL|0.0|NULL|NULL|NULL|NULL|0.0|'real'|'null'

SELECT acos(9223372036854775807), acos(-9223372036854775808), acos(9e999), acos(-9e999), acos(3.14159265358979), acos(1.5), acos(-2.5);
----
NULL|NULL|NULL|NULL|NULL|NULL|NULL

SELECT acos();
----
error ERROR: wrong number of arguments to function acos()

SELECT acos(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function acos()
