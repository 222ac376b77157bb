-- max(X,Y,...), min(X,Y,...): the greatest and least of several values. With one argument they are aggregates.
-- covers: max min

SELECT max(1, 2, 3), min(3, 2, 1), max(1, 'a'), min(1, 'a'), max('a', x'00'), min(1, 2.5, '0'), max(1, 1.0), max(1.0, 1), min(1, 1.0), min(1.0, 1);
----
3|1|'a'|1|x'00'|1|1|1.0|1.0|1

SELECT max(1, NULL), min(NULL, 1), max('a', 'B'), max('a' COLLATE NOCASE, 'B'), max('a', 'B' COLLATE NOCASE), min('a', 'B' COLLATE NOCASE);
----
NULL|NULL|'a'|'B'|'B'|'a'

CREATE TABLE t(a TEXT COLLATE NOCASE, b INT);
INSERT INTO t VALUES('x', 3), ('Y', NULL), ('z', '10'), (NULL, 2.5), ('Z', -1);
SELECT max(a, 'Z'), min(a, 'y'), max(b, 2), min(b, a) FROM t;
----
'Z'|'x'|3|3
'Z'|'y'|NULL|NULL
'z'|'y'|10|10
NULL|NULL|2.5|NULL
'Z'|'y'|2|-1

SELECT max(a), min(a), max(b), min(b), max(a COLLATE BINARY), min(a COLLATE BINARY), max(DISTINCT b), max(b + 1) FROM t;
----
'z'|'x'|10|-1|'z'|'Y'|10|11

-- Bare columns come from the row that has it.
SELECT max(b), a FROM t;
----
10|'z'

SELECT min(b), a FROM t;
----
-1|'Z'

SELECT max(a), min(a), max(b) FROM t WHERE 0;
----
NULL|NULL|NULL

SELECT max(b) FILTER (WHERE b < 5), min(a) FILTER (WHERE b IS NULL) FROM t;
----
3|'Y'

SELECT a, max(b) OVER (ORDER BY a ROWS BETWEEN 1 PRECEDING AND CURRENT ROW), min(b) OVER () FROM t ORDER BY a;
----
NULL|2.5|-1
'x'|3|-1
'Y'|3|-1
'z'|10|-1
'Z'|10|-1

SELECT max();
----
error ERROR: wrong number of arguments to function max()

SELECT min();
----
error ERROR: wrong number of arguments to function min()

SELECT max(*) FROM t;
----
error ERROR: wrong number of arguments to function max()
