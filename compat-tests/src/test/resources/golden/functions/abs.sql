-- abs(X): the absolute value of a number.
-- covers: abs

SELECT abs(-1), abs(1), abs(0), abs(-1.5), abs(NULL);
----
1|1|0|1.5|NULL

-- Text is a number if it looks like one, otherwise 0.0.
SELECT abs('-12abc'), abs('abc'), abs(''), abs('-9223372036854775809');
----
12.0|0.0|0.0|9.2233720368547758e+18

-- A blob is read as text.
-- utf8: its bytes are UTF-8 in every database.
SELECT abs(x'2d35');
----
5.0

-- The smallest integer has no positive counterpart.
SELECT abs(-9223372036854775807), abs(-9223372036854775808.0);
----
9223372036854775807|9.2233720368547758e+18

SELECT abs();
----
error ERROR: wrong number of arguments to function abs()

SELECT abs(1, 2);
----
error ERROR: wrong number of arguments to function abs()

-- bind: -7, 'a,b''c', x'0001', NULL
SELECT abs(?), ?, ?, ?;
----
7|'a,b''c'|x'0001'|NULL
