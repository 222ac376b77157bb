-- tanh(X): the hyperbolic tangent.
-- covers: tanh

SELECT tanh(0), tanh(1), tanh(-1), tanh(0.5), tanh(-0.5), tanh(2), tanh(10), tanh(100), tanh(1e300), tanh(-1e-300);
----
0.0|0.76159415595576485|-0.76159415595576485|0.46211715726000974|-0.46211715726000974|0.9640275800758169|0.99999999587769273|1.0|1.0|-1.0e-300

SELECT tanh(NULL), tanh('1'), tanh('0.5x'), tanh('abc'), tanh(x'31'), tanh(''), tanh(' 1 '), typeof(tanh(1)), typeof(tanh('abc'));
----
NULL|0.76159415595576485|NULL|NULL|NULL|NULL|0.76159415595576485|'real'|'null'

SELECT tanh(9223372036854775807), tanh(-9223372036854775808), tanh(9e999), tanh(-9e999), tanh(3.14159265358979), tanh(1.5), tanh(-2.5);
----
1.0|-1.0|1.0|-1.0|0.99627207622074987|0.9051482536448664|-0.98661429815143031

SELECT tanh(20);
----
1.0

SELECT tanh();
----
error ERROR: wrong number of arguments to function tanh()

SELECT tanh(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function tanh()
