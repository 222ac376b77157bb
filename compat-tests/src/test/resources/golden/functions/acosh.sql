-- acosh(X).
-- covers: acosh

SELECT acosh(0), acosh(1), acosh(-1), acosh(0.5), acosh(-0.5), acosh(2), acosh(10), acosh(100), acosh(1e300), acosh(-1e-300);
----
NULL|0.0|NULL|NULL|NULL|1.3169578969248166|2.9932228461263808|5.2982923656104841|691.46867507877357|NULL

SELECT acosh(NULL), acosh('1'), acosh('0.5x'), acosh('abc'), acosh(x'31'), acosh(''), acosh(' 1 '), typeof(acosh(1)), typeof(acosh('abc'));
----
NULL|0.0|NULL|NULL|NULL|NULL|0.0|'real'|'null'

SELECT acosh(9223372036854775807), acosh(-9223372036854775808), acosh(9e999), acosh(-9e999), acosh(3.14159265358979), acosh(1.5), acosh(-2.5);
----
44.361419555836498|NULL|Inf|NULL|1.8115262724608521|0.96242365011920694|NULL

SELECT acosh();
----
error ERROR: wrong number of arguments to function acosh()

SELECT acosh(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function acosh()
