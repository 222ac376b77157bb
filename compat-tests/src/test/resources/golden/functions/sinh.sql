-- sinh(X): the hyperbolic sine.
-- covers: sinh

SELECT sinh(0), sinh(1), sinh(-1), sinh(0.5), sinh(-0.5), sinh(2), sinh(10), sinh(100), sinh(1e300), sinh(-1e-300);
----
0.0|1.1752011936438014|-1.1752011936438014|0.52109530549374739|-0.52109530549374739|3.626860407847019|11013.232874703393|1.3440585709080678e+43|Inf|-1.0e-300

SELECT sinh(NULL), sinh('1'), sinh('0.5x'), sinh('abc'), sinh(x'31'), sinh(''), sinh(' 1 '), typeof(sinh(1)), typeof(sinh('abc'));
----
NULL|1.1752011936438014|NULL|NULL|NULL|NULL|1.1752011936438014|'real'|'null'

SELECT sinh(9223372036854775807), sinh(-9223372036854775808), sinh(9e999), sinh(-9e999), sinh(3.14159265358979), sinh(1.5), sinh(-2.5);
----
Inf|-Inf|Inf|-Inf|11.548739357257709|2.1292794550948173|-6.0502044810397875

SELECT sinh(710);
----
1.1169973830808557e+308

SELECT sinh(711);
----
Inf

SELECT sinh();
----
error ERROR: wrong number of arguments to function sinh()

SELECT sinh(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function sinh()
