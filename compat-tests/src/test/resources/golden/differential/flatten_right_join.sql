-- A subquery with a RIGHT or FULL JOIN is merged into the query around it if it stands first; its joins become inner ones by the WHERE around it.

CREATE TABLE t(b,c,d);
CREATE TABLE u(x,y);
CREATE TABLE v(p,q);
INSERT INTO t VALUES(1,'one',NULL),(2,'two',20),(3,NULL,30);
INSERT INTO u VALUES(2,5),(3,8),(4,9),(NULL,10);
INSERT INTO v VALUES(2,'zwei'),(9,'neun'),(NULL,NULL);

SELECT * FROM (SELECT t.b, u.y FROM t RIGHT JOIN u ON t.b=u.x) WHERE y>5 ORDER BY y;
----
3|8
NULL|9
NULL|10

EXPLAIN QUERY PLAN SELECT * FROM (SELECT t.b, u.y FROM t RIGHT JOIN u ON t.b=u.x) WHERE b>2;
----
3|0|216|'SCAN t'
9|0|0|'BLOOM FILTER ON u (x=?)'
19|0|53|'SEARCH u USING AUTOMATIC COVERING INDEX (x=?)'

SELECT * FROM (SELECT t.b, u.y FROM t RIGHT JOIN u ON t.b=u.x) WHERE b>2;
----
3|8

SELECT * FROM (SELECT coalesce(t.b,-1) AS b, u.y FROM t FULL JOIN u ON t.b=u.x) LEFT JOIN v ON p=y WHERE b<3 ORDER BY b, y;
----
-1|9|9|'neun'
-1|10|NULL|NULL
1|NULL|NULL|NULL
2|5|NULL|NULL

EXPLAIN QUERY PLAN SELECT * FROM (SELECT t.b, u.y FROM t FULL JOIN u ON t.b=u.x WHERE d+y>7) JOIN v ON p=b WHERE q IS NULL;
----
5|0|216|'SCAN v'
11|0|0|'BLOOM FILTER ON t (b=?)'
21|0|53|'SEARCH t USING AUTOMATIC COVERING INDEX (b=?)'
29|0|0|'BLOOM FILTER ON u (x=?)'
39|0|53|'SEARCH u USING AUTOMATIC COVERING INDEX (x=?)'

SELECT p, b, y FROM v, (SELECT t.b, u.y FROM t RIGHT JOIN u ON t.b=u.x) WHERE b IS NULL ORDER BY p, y;
----
NULL|NULL|9
NULL|NULL|10
2|NULL|9
2|NULL|10
9|NULL|9
9|NULL|10

-- The ORDER BY of a common table is dropped, and the table merged, also where it is used several times.
EXPLAIN QUERY PLAN WITH w AS (SELECT b, c FROM t ORDER BY c) SELECT * FROM w x, w y;
----
3|0|216|'SCAN t'
5|0|216|'SCAN t'

WITH w AS (SELECT t.b||1 AS b, t.c||1 AS c FROM t RIGHT JOIN u ON b=x ORDER BY 2) SELECT NULL FROM w WHERE c->>'a' UNION SELECT NULL FROM w;
----
error ERROR: malformed JSON

-- What stands before a RIGHT or FULL JOIN keeps its rows of NULLs whatever later ON clauses say.
SELECT b, y, q FROM t FULL JOIN u ON t.b=u.x JOIN v ON v.p=t.b ORDER BY b;
----
2|5|'zwei'

EXPLAIN QUERY PLAN SELECT * FROM t FULL JOIN u ON t.b=u.x JOIN v WHERE v.p=t.b;
----
4|0|216|'SCAN t'
8|0|0|'BLOOM FILTER ON u (x=?)'
18|0|53|'SEARCH u USING AUTOMATIC COVERING INDEX (x=?) LEFT-JOIN'
28|0|0|'BLOOM FILTER ON v (p=?)'
38|0|53|'SEARCH v USING AUTOMATIC COVERING INDEX (p=?)'

SELECT b, y, q FROM t FULL JOIN u ON t.b=u.x JOIN v WHERE v.p=t.b ORDER BY b;
----
2|5|'zwei'

-- Subqueries behind one are merged.
SELECT b, y, z FROM t RIGHT JOIN u ON b=x LEFT JOIN (SELECT p+1 AS z, q FROM v WHERE q>'a') ON z=x ORDER BY y;
----
2|5|NULL
3|8|3
NULL|9|NULL
NULL|10|NULL
