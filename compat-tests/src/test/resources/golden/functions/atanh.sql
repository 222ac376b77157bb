-- atanh(X).
-- covers: atanh

SELECT atanh(0), atanh(1), atanh(-1), atanh(0.5), atanh(-0.5), atanh(2), atanh(10), atanh(100), atanh(1e300), atanh(-1e-300);
----
0.0|Inf|-Inf|0.54930614433405478|-0.54930614433405478|NULL|NULL|NULL|NULL|-1.0e-300

SELECT atanh(NULL), atanh('1'), atanh('0.5x'), atanh('abc'), atanh(x'31'), atanh(''), atanh(' 1 '), typeof(atanh(1)), typeof(atanh('abc'));
----
NULL|Inf|NULL|NULL|NULL|NULL|Inf|'real'|'null'

SELECT atanh(9223372036854775807), atanh(-9223372036854775808), atanh(9e999), atanh(-9e999), atanh(3.14159265358979), atanh(1.5), atanh(-2.5);
----
NULL|NULL|NULL|NULL|NULL|NULL|NULL

SELECT atanh(0.999999);
----
7.2543286192476693

SELECT atanh();
----
error ERROR: wrong number of arguments to function atanh()

SELECT atanh(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function atanh()
