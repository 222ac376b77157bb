-- log2(X): the logarithm to base 2.
-- covers: log2

SELECT log2(0), log2(1), log2(-1), log2(0.5), log2(-0.5), log2(2), log2(10), log2(100), log2(1e300), log2(-1e-300);
----
NULL|0.0|NULL|-1.0|NULL|1.0|3.3219280948873622|6.6438561897747244|996.57842846620872|NULL

SELECT log2(NULL), log2('1'), log2('0.5x'), log2('abc'), log2(x'31'), log2(''), log2(' 1 '), typeof(log2(1)), typeof(log2('abc'));
----
NULL|0.0|NULL|NULL|NULL|NULL|0.0|'real'|'null'

SELECT log2(9223372036854775807), log2(-9223372036854775808), log2(9e999), log2(-9e999), log2(3.14159265358979), log2(1.5), log2(-2.5);
----
63.0|NULL|Inf|NULL|1.6514961294723174|0.58496250072115619|NULL

SELECT log2(8);
----
3.0

SELECT log2(1024);
----
10.0

SELECT log2(0.125);
----
-3.0

SELECT log2();
----
error ERROR: wrong number of arguments to function log2()

SELECT log2(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function log2()
