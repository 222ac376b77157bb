-- SELECT: subqueries, row values, compounds, VALUES, WITH.
-- covers: SELECT
-- labels: yes

CREATE TABLE t(a INTEGER PRIMARY KEY, b, c);
INSERT INTO t VALUES(1, 'x', 5), (2, 'y', 6), (3, 'x', NULL), (4, NULL, 5);
SELECT (SELECT b FROM t WHERE a = 2), (SELECT a FROM t WHERE 0), (SELECT count(*) FROM t), EXISTS (SELECT 1 FROM t WHERE a > 3), NOT EXISTS (SELECT 1 FROM t WHERE a > 9);
----
# (SELECT b FROM t WHERE a = 2)|(SELECT a FROM t WHERE 0)|(SELECT count(*) FROM t)|EXISTS (SELECT 1 FROM t WHERE a > 3)|NOT EXISTS (SELECT 1 FROM t WHERE a > 9)
'y'|NULL|4|1|1

SELECT a, (SELECT max(c) FROM t u WHERE u.b = t.b) FROM t;
----
# a|(SELECT max(c) FROM t u WHERE u.b = t.b)
1|5
2|6
3|5
4|NULL

SELECT a FROM t WHERE c = (SELECT max(c) FROM t) OR b IN (SELECT b FROM t WHERE c IS NULL) ORDER BY a;
----
# a
1
2
3

SELECT a FROM t WHERE b NOT IN (SELECT b FROM t WHERE a > 2);
----
# a

SELECT a IN (1, 3), b IN ('x'), c IN (5, NULL), c NOT IN (5, NULL), a IN (), a NOT IN () FROM t;
----
# a IN (1, 3)|b IN ('x')|c IN (5, NULL)|c NOT IN (5, NULL)|a IN ()|a NOT IN ()
1|1|1|0|0|1
0|0|NULL|NULL|0|1
1|1|NULL|NULL|0|1
0|NULL|1|0|0|1

SELECT a FROM t WHERE (b, c) = ('x', 5) OR (a, b) IN (SELECT a + 1, 'y' FROM t) OR (a, c) > (3, 1);
----
# a
1
2
4

SELECT (1, 2) < (1, 3), (1, NULL) = (1, 2), (1, NULL) = (2, 2), (NULL, 1) IS (NULL, 1), (1, 2) IS NOT (1, 3), (2, 1) BETWEEN (1, 9) AND (2, 1), (1, 2) IN (VALUES(1, 2), (3, 4)), (SELECT 1, 2) = (1, 2);
----
# (1, 2) < (1, 3)|(1, NULL) = (1, 2)|(1, NULL) = (2, 2)|(NULL, 1) IS (NULL, 1)|(1, 2) IS NOT (1, 3)|(2, 1) BETWEEN (1, 9) AND (2, 1)|(1, 2) IN (VALUES(1, 2), (3, 4))|(SELECT 1, 2) = (1, 2)
1|NULL|0|1|1|1|1|1

SELECT s.b, s.n FROM (SELECT b, count(*) AS n FROM t GROUP BY b) s WHERE s.n > 1;
----
# b|n
'x'|2

SELECT * FROM (SELECT 1 AS x, 2 AS x, 3), (VALUES(4, 5));
----
# x|x:1|3|column1|column2
1|2|3|4|5

VALUES(1, 'a'), (2, NULL), (3, x'00');
----
# column1|column2
1|'a'
2|NULL
3|x'00'

SELECT a FROM t UNION SELECT c FROM t ORDER BY 1;
----
# a
NULL
1
2
3
4
5
6

SELECT b FROM t UNION ALL SELECT c FROM t;
----
# b
'x'
'y'
'x'
NULL
5
6
NULL
5

SELECT b FROM t INTERSECT SELECT 'x' UNION SELECT 'z' EXCEPT SELECT 'q';
----
# b
'x'
'z'

SELECT a AS k, b FROM t EXCEPT SELECT 2, 'y' UNION ALL VALUES(0, 'last') ORDER BY k DESC LIMIT 3 OFFSET 1;
----
error ERROR: near "ORDER": syntax error

SELECT 1, 2 UNION SELECT 1, 2.0 UNION SELECT '1', 2 ORDER BY typeof(1), 1, 2;
----
error ERROR: 1st ORDER BY term does not match any column in the result set

WITH x(n) AS (SELECT a FROM t WHERE a < 3), y AS MATERIALIZED (SELECT n * 10 AS m FROM x), z AS NOT MATERIALIZED (SELECT m FROM y) SELECT * FROM x, z;
----
# n|m
1|10
1|20
2|10
2|20

WITH RECURSIVE c(n, s) AS (VALUES(1, '.') UNION ALL SELECT n + 1, s || '.' FROM c WHERE n < 5) SELECT * FROM c;
----
# n|s
1|'.'
2|'..'
3|'...'
4|'....'
5|'.....'

WITH RECURSIVE c(n) AS (SELECT 1 UNION SELECT (n * 2) % 7 FROM c) SELECT * FROM c;
----
# n
1
2
4

WITH RECURSIVE tree(id, parent) AS (VALUES(1, 0), (2, 1), (3, 1), (4, 2), (5, 4)), walk(id, depth) AS (SELECT 1, 0 UNION ALL SELECT tree.id, depth + 1 FROM tree JOIN walk ON tree.parent = walk.id ORDER BY 2 DESC LIMIT 4) SELECT * FROM walk;
----
# id|depth
1|0
2|1
4|2
5|3

WITH RECURSIVE c(n) AS (VALUES(1) UNION ALL SELECT n + 1 FROM c LIMIT 3 OFFSET 2) SELECT * FROM c;
----
# n
3
4
5

SELECT 1 UNION SELECT 1, 2;
----
error ERROR: SELECTs to the left and right of UNION do not have the same number of result columns

SELECT a FROM t ORDER BY b UNION SELECT 1;
----
error ERROR: ORDER BY clause should come after UNION not before

SELECT a FROM t LIMIT 1 UNION SELECT 1;
----
error ERROR: LIMIT clause should come after UNION not before

SELECT a, b FROM t UNION SELECT c, a FROM t ORDER BY q;
----
error ERROR: 1st ORDER BY term does not match any column in the result set

SELECT (SELECT a, b FROM t);
----
error ERROR: sub-select returns 2 columns - expected 1

SELECT (1, 2) = 1;
----
error ERROR: row value misused

SELECT (1, 2);
----
error ERROR: row value misused

SELECT 1 IN (SELECT 1, 2);
----
error ERROR: sub-select returns 2 columns - expected 1

SELECT (1, 2) IN (1, 2);
----
error ERROR: IN(...) element has 1 term - expected 2

VALUES(1), (1, 2);
----
error ERROR: all VALUES must have the same number of terms

WITH x(a, b) AS (SELECT 1) SELECT * FROM x;
----
error ERROR: table x has 1 values for 2 columns

WITH x AS (SELECT 1), x AS (SELECT 2) SELECT * FROM x;
----
error ERROR: duplicate WITH table name: x

WITH x AS (SELECT * FROM y), y AS (SELECT * FROM x) SELECT * FROM x;
----
error ERROR: circular reference: x

WITH RECURSIVE c(n) AS (SELECT n FROM c) SELECT * FROM c;
----
error ERROR: circular reference: c

WITH RECURSIVE c(n) AS (VALUES(1) UNION ALL SELECT max(n) FROM c) SELECT * FROM c;
----
error ERROR: recursive aggregate queries not supported

WITH RECURSIVE c(n) AS (VALUES(1) UNION ALL SELECT c.n FROM c, c AS d) SELECT * FROM c;
----
error ERROR: multiple references to recursive table: c
