-- Names that are not there, and limits.

CREATE TABLE t(a, b);
SELECT c FROM t;
----
error ERROR: no such column: c

SELECT t.c FROM t;
----
error ERROR: no such column: t.c

SELECT u.a FROM t;
----
error ERROR: no such column: u.a

SELECT main.u.a FROM t;
----
error ERROR: no such column: main.u.a

SELECT "c" FROM t;

SELECT * FROM u;
----
error ERROR: no such table: u

SELECT * FROM main.u;
----
error ERROR: no such table: main.u

SELECT * FROM nosuch.t;
----
error ERROR: no such table: nosuch.t

SELECT nosuch(1);
----
error ERROR: no such function: nosuch

SELECT nosuch(*) FROM t;
----
error ERROR: no such function: nosuch

SELECT abs(*);
----
error ERROR: wrong number of arguments to function abs()

SELECT abs() FROM t;
----
error ERROR: wrong number of arguments to function abs()

SELECT a FROM t, t AS u;
----
error ERROR: ambiguous column name: a

SELECT * FROM t AS x, t AS x WHERE x.a = 1;
----
error ERROR: ambiguous column name: main.x.a

SELECT rowid FROM (SELECT a FROM t);
----
error ERROR: no such column: rowid

SELECT max(a) FROM t WHERE max(a) = 1;
----
error ERROR: misuse of aggregate: max()

SELECT a FROM t GROUP BY max(a);
----
error ERROR: aggregate functions are not allowed in the GROUP BY clause

SELECT a AS x FROM t WHERE x = 1 AND y = 2;
----
error ERROR: no such column: y

SELECT count(*) OVER () FROM t WHERE count(*) OVER () > 1;
----
error ERROR: misuse of window function count()

SELECT 1 WHERE 'x' LIKE printf('%.*c', 60000, '%');
----
error ERROR: LIKE or GLOB pattern too complex
