-- cosh(X): the hyperbolic cosine.
-- covers: cosh

SELECT cosh(0), cosh(1), cosh(-1), cosh(0.5), cosh(-0.5), cosh(2), cosh(10), cosh(100), cosh(1e300), cosh(-1e-300);
----
1.0|1.5430806348152437|1.5430806348152437|1.1276259652063807|1.1276259652063807|3.7621956910836314|11013.232920103324|1.3440585709080678e+43|Inf|1.0

SELECT cosh(NULL), cosh('1'), cosh('0.5x'), cosh('abc'), cosh(x'31'), cosh(''), cosh(' 1 '), typeof(cosh(1)), typeof(cosh('abc'));
----
NULL|1.5430806348152437|NULL|NULL|NULL|NULL|1.5430806348152437|'real'|'null'

SELECT cosh(9223372036854775807), cosh(-9223372036854775808), cosh(9e999), cosh(-9e999), cosh(3.14159265358979), cosh(1.5), cosh(-2.5);
----
Inf|Inf|Inf|Inf|11.591953275521485|2.3524096152432472|6.1322894796636858

SELECT cosh();
----
error ERROR: wrong number of arguments to function cosh()

SELECT cosh(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function cosh()
