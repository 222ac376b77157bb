-- ln(X): the natural logarithm.
-- covers: ln

SELECT ln(0), ln(1), ln(-1), ln(0.5), ln(-0.5), ln(2), ln(10), ln(100), ln(1e300), ln(-1e-300);
----
NULL|0.0|NULL|-0.69314718055994529|NULL|0.69314718055994529|2.3025850929940459|4.6051701859880918|690.77552789821368|NULL

SELECT ln(NULL), ln('1'), ln('0.5x'), ln('abc'), ln(x'31'), ln(''), ln(' 1 '), typeof(ln(1)), typeof(ln('abc'));
----
NULL|0.0|NULL|NULL|NULL|NULL|0.0|'real'|'null'

SELECT ln(9223372036854775807), ln(-9223372036854775808), ln(9e999), ln(-9e999), ln(3.14159265358979), ln(1.5), ln(-2.5);
----
43.668272375276551|NULL|Inf|NULL|1.1447298858493991|0.40546510810816439|NULL

SELECT ln(2.718281828459045);
----
1.0

SELECT ln(1e-310);
----
-713.80137882815416

SELECT ln();
----
error ERROR: wrong number of arguments to function ln()

SELECT ln(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function ln()
