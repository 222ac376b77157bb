-- sign(X): -1, 0 or 1.
-- covers: sign

SELECT sign(0), sign(1), sign(-1), sign(0.5), sign(-0.5), sign(2), sign(10), sign(100), sign(1e300), sign(-1e-300);
----
0|1|-1|1|-1|1|1|1|1|-1

SELECT sign(NULL), sign('1'), sign('0.5x'), sign('abc'), sign(x'31'), sign(''), sign(' 1 '), typeof(sign(1)), typeof(sign('abc'));
----
NULL|1|NULL|NULL|NULL|NULL|1|'integer'|'null'

SELECT sign(9223372036854775807), sign(-9223372036854775808), sign(9e999), sign(-9e999), sign(3.14159265358979), sign(1.5), sign(-2.5);
----
1|-1|1|-1|1|1|-1

SELECT sign();
----
error ERROR: wrong number of arguments to function sign()

SELECT sign(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function sign()
