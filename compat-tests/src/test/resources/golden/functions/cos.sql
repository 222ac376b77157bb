-- cos(X): X in radians.
-- covers: cos

SELECT cos(0), cos(1), cos(-1), cos(0.5), cos(-0.5), cos(2), cos(10), cos(100), cos(1e300), cos(-1e-300);
----
1.0|0.54030230586813977|0.54030230586813977|0.87758256189037276|0.87758256189037276|-0.41614683654714241|-0.83907152907645244|0.86231887228768389|-0.57538611195754907|1.0

SELECT cos(NULL), cos('1'), cos('0.5x'), cos('abc'), cos(x'31'), cos(''), cos(' 1 '), typeof(cos(1)), typeof(cos('abc'));
----
NULL|0.54030230586813977|NULL|NULL|NULL|NULL|0.54030230586813977|'real'|'null'

SELECT cos(9223372036854775807), cos(-9223372036854775808), cos(9e999), cos(-9e999), cos(3.14159265358979), cos(1.5), cos(-2.5);
----
0.011800076512800236|0.011800076512800236|NULL|NULL|-1.0|0.070737201667702906|-0.8011436155469337

SELECT cos(1e6);
----
0.93675212753314474

SELECT cos();
----
error ERROR: wrong number of arguments to function cos()

SELECT cos(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function cos()
