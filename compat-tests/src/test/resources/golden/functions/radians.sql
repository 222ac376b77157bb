-- radians(X): of degrees.
-- covers: radians

SELECT radians(0), radians(1), radians(-1), radians(0.5), radians(-0.5), radians(2), radians(10), radians(100), radians(1e300), radians(-1e-300);
----
0.0|0.017453292519943296|-0.017453292519943296|0.0087266462599716477|-0.0087266462599716477|0.034906585039886591|0.17453292519943295|1.7453292519943295|1.7453292519943297e+298|-1.7453292519943295e-302

SELECT radians(NULL), radians('1'), radians('0.5x'), radians('abc'), radians(x'31'), radians(''), radians(' 1 '), typeof(radians(1)), typeof(radians('abc'));
----
NULL|0.017453292519943296|NULL|NULL|NULL|NULL|0.017453292519943296|'real'|'null'

SELECT radians(9223372036854775807), radians(-9223372036854775808), radians(9e999), radians(-9e999), radians(3.14159265358979), radians(1.5), radians(-2.5);
----
1.6097821017949162e+17|-1.6097821017949162e+17|Inf|-Inf|0.054831135561607493|0.026179938779914945|-0.043633231299858237

SELECT radians(180);
----
3.1415926535897931

SELECT radians();
----
error ERROR: wrong number of arguments to function radians()

SELECT radians(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function radians()
