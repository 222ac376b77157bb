-- A whole number in a column of affinity REAL is read as a real from a subquery too.

CREATE TABLE t(d REAL, i INT);
INSERT INTO t VALUES(5, 5);

SELECT * FROM (SELECT d FROM t UNION SELECT 1);
----
1.0
5.0

SELECT d, typeof(d), d+0, d||'' FROM (SELECT NULL, d FROM t UNION SELECT NULL, 1);
----
1.0|'real'|1.0|'1.0'
5.0|'real'|5.0|'5.0'

SELECT d FROM (SELECT d FROM t UNION ALL SELECT 1);
----
5.0
1.0

SELECT d FROM (SELECT d, 1 FROM t UNION SELECT 1, 1 ORDER BY 2, 1 LIMIT 1);
----
1.0

WITH w AS MATERIALIZED (SELECT d x FROM t UNION SELECT 1) SELECT a.x, b.x, max(a.x, 7) FROM w a, w b;
----
1.0|1.0|7
1.0|5.0|7
5.0|1.0|7
5.0|5.0|7

SELECT x, q.x||'' FROM t LEFT JOIN (SELECT d x FROM t UNION SELECT 1) q ON q.x<i;
----
1.0|'1.0'

WITH w(x) AS (SELECT d FROM t UNION ALL SELECT 2 FROM w WHERE typeof(x)='real' LIMIT 3) SELECT x FROM w;
----
5.0
2.0
2.0

SELECT sum(x), max(x), group_concat(x) FROM (SELECT d x FROM t UNION SELECT 1);
----
6.0|5.0|'1.0,5.0'

SELECT x FROM (SELECT d x FROM t UNION SELECT 1) GROUP BY x ORDER BY x DESC;
----
5.0
1.0

SELECT x, sum(x) OVER (ORDER BY x) FROM (SELECT d x FROM t UNION SELECT 1);
----
1.0|1.0
5.0|6.0

SELECT DISTINCT x FROM (SELECT d x FROM t UNION ALL SELECT i FROM t UNION ALL SELECT 1 ORDER BY 1);
----
1.0
5.0

SELECT (SELECT x FROM (SELECT d x FROM t UNION SELECT 1) WHERE x<i), 1 IN (SELECT x FROM (SELECT d x FROM t UNION SELECT 1));
----
error ERROR: no such column: i

CREATE TABLE n AS SELECT x FROM (SELECT d x FROM t UNION SELECT 1);

SELECT x, sql FROM n, sqlite_schema WHERE name='n' ORDER BY 1;
----
1.0|'CREATE TABLE n(x REAL)'
5.0|'CREATE TABLE n(x REAL)'
