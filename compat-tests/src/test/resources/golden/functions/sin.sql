-- sin(X): X in radians.
-- covers: sin

SELECT sin(0), sin(1), sin(-1), sin(0.5), sin(-0.5), sin(2), sin(10), sin(100), sin(1e300), sin(-1e-300);
----
0.0|0.84147098480789651|-0.84147098480789651|0.47942553860420301|-0.47942553860420301|0.90929742682568171|-0.54402111088936977|-0.50636564110975879|-0.81788191211590855|-1.0e-300

SELECT sin(NULL), sin('1'), sin('0.5x'), sin('abc'), sin(x'31'), sin(''), sin(' 1 '), typeof(sin(1)), typeof(sin('abc'));
----
NULL|0.84147098480789651|NULL|NULL|NULL|NULL|0.84147098480789651|'real'|'null'

SELECT sin(9223372036854775807), sin(-9223372036854775808), sin(9e999), sin(-9e999), sin(3.14159265358979), sin(1.5), sin(-2.5);
----
0.9999303766734422|-0.9999303766734422|NULL|NULL|3.2310891488651735e-15|0.99749498660405445|-0.59847214410395655

SELECT sin(1e6);
----
-0.34999350217129294

SELECT sin(3.141592653589793);
----
1.2246467991473532e-16

SELECT sin();
----
error ERROR: wrong number of arguments to function sin()

SELECT sin(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function sin()
