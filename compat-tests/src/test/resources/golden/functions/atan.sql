-- atan(X): the arc tangent.
-- covers: atan

SELECT atan(0), atan(1), atan(-1), atan(0.5), atan(-0.5), atan(2), atan(10), atan(100), atan(1e300), atan(-1e-300);
----
0.0|0.78539816339744828|-0.78539816339744828|0.46364760900080609|-0.46364760900080609|1.1071487177940904|1.4711276743037347|1.5607966601082315|1.5707963267948966|-1.0e-300

SELECT atan(NULL), atan('1'), atan('0.5x'), atan('abc'), atan(x'31'), atan(''), atan(' 1 '), typeof(atan(1)), typeof(atan('abc'));
----
NULL|0.78539816339744828|NULL|NULL|NULL|NULL|0.78539816339744828|'real'|'null'

SELECT atan(9223372036854775807), atan(-9223372036854775808), atan(9e999), atan(-9e999), atan(3.14159265358979), atan(1.5), atan(-2.5);
----
1.5707963267948966|-1.5707963267948966|1.5707963267948966|-1.5707963267948966|1.2626272556789113|0.98279372324732905|-1.1902899496825317

SELECT atan();
----
error ERROR: wrong number of arguments to function atan()

SELECT atan(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function atan()
