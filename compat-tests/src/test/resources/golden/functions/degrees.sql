-- degrees(X): of radians.
-- covers: degrees

SELECT degrees(0), degrees(1), degrees(-1), degrees(0.5), degrees(-0.5), degrees(2), degrees(10), degrees(100), degrees(1e300), degrees(-1e-300);
----
0.0|57.295779513082323|-57.295779513082323|28.647889756541161|-28.647889756541161|114.59155902616465|572.95779513082323|5729.5779513082325|5.729577951308233e+301|-5.7295779513082323e-299

SELECT degrees(NULL), degrees('1'), degrees('0.5x'), degrees('abc'), degrees(x'31'), degrees(''), degrees(' 1 '), typeof(degrees(1)), typeof(degrees('abc'));
----
NULL|57.295779513082323|NULL|NULL|NULL|NULL|57.295779513082323|'real'|'null'

SELECT degrees(9223372036854775807), degrees(-9223372036854775808), degrees(9e999), degrees(-9e999), degrees(3.14159265358979), degrees(1.5), degrees(-2.5);
----
5.2846029059076024e+20|-5.2846029059076024e+20|Inf|-Inf|179.99999999999983|85.943669269623484|-143.23944878270581

SELECT degrees();
----
error ERROR: wrong number of arguments to function degrees()

SELECT degrees(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function degrees()
