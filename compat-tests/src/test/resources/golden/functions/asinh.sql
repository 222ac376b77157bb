-- asinh(X).
-- covers: asinh

SELECT asinh(0), asinh(1), asinh(-1), asinh(0.5), asinh(-0.5), asinh(2), asinh(10), asinh(100), asinh(1e300), asinh(-1e-300);
----
0.0|0.88137358701954305|-0.88137358701954305|0.48121182505960347|-0.48121182505960347|1.4436354751788103|2.9982229502979698|5.2983423656105888|691.46867507877357|-1.0e-300

SELECT asinh(NULL), asinh('1'), asinh('0.5x'), asinh('abc'), asinh(x'31'), asinh(''), asinh(' 1 '), typeof(asinh(1)), typeof(asinh('abc'));
----
NULL|0.88137358701954305|NULL|NULL|NULL|NULL|0.88137358701954305|'real'|'null'

SELECT asinh(9223372036854775807), asinh(-9223372036854775808), asinh(9e999), asinh(-9e999), asinh(3.14159265358979), asinh(1.5), asinh(-2.5);
----
44.361419555836498|-44.361419555836498|Inf|-Inf|1.8622957433108471|1.1947632172871094|-1.6472311463710958

SELECT asinh(1e10);
----
23.718998110500401

SELECT asinh();
----
error ERROR: wrong number of arguments to function asinh()

SELECT asinh(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function asinh()
