-- log10(X): the logarithm to base 10.
-- covers: log10

SELECT log10(0), log10(1), log10(-1), log10(0.5), log10(-0.5), log10(2), log10(10), log10(100), log10(1e300), log10(-1e-300);
----
NULL|0.0|NULL|-0.3010299956639812|NULL|0.3010299956639812|1.0|2.0|300.0|NULL

SELECT log10(NULL), log10('1'), log10('0.5x'), log10('abc'), log10(x'31'), log10(''), log10(' 1 '), typeof(log10(1)), typeof(log10('abc'));
----
NULL|0.0|NULL|NULL|NULL|NULL|0.0|'real'|'null'

SELECT log10(9223372036854775807), log10(-9223372036854775808), log10(9e999), log10(-9e999), log10(3.14159265358979), log10(1.5), log10(-2.5);
----
18.964889726830815|NULL|Inf|NULL|0.49714987269413341|0.17609125905568124|NULL

SELECT log10(1000);
----
3.0

SELECT log10(1e-5);
----
-5.0

SELECT log10();
----
error ERROR: wrong number of arguments to function log10()

SELECT log10(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function log10()
