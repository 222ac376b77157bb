-- Which of several errors is told: tables before columns, the last SELECT of a compound first, LIMIT before all, and of a call the arguments last.

CREATE TABLE t1(b);
CREATE TABLE t5(b);
CREATE VIEW v1(a, b, c) AS SELECT NULL, NULL, NULL;
CREATE VIEW v3 AS VALUES(12);
CREATE VIEW vx AS SELECT RTRIM;
CREATE VIEW vy AS SELECT * FROM gone;

-- What a view lacks is told first.
SELECT NULL FROM (VALUES(s1.c)) JOIN vx;
----
error ERROR: no such column: RTRIM

SELECT nosuch FROM vy;
----
error ERROR: no such table: main.gone

-- Tables, and the columns of USING, before other columns.
SELECT nosuch, (SELECT 1 FROM gone);
----
error ERROR: no such table: gone

SELECT a UNION SELECT NULL FROM t5 JOIN v3 USING(b);
----
error ERROR: cannot join using column b - column not present in both tables

SELECT (SELECT NULL HAVING NULL) WHERE (SELECT NULL FROM temp.v1);
----
error ERROR: no such table: temp.v1

SELECT x FROM t1 WHERE b IN (SELECT y FROM gone2) UNION SELECT 1 FROM gone3;
----
error ERROR: no such table: gone3

WITH w AS (SELECT * FROM gone) SELECT y FROM w;
----
error ERROR: no such table: gone

WITH w(a,b) AS (SELECT 1) SELECT y FROM w;
----
error ERROR: table w has 1 values for 2 columns

-- The last SELECT and the last row first.
SELECT a INTERSECT SELECT NULL HAVING NULL;
----
error ERROR: HAVING clause on a non-aggregate query

VALUES(s5.b, q1.c3), (q1.c4, s5.c);
----
error ERROR: no such column: q1.c4

SELECT 1 UNION SELECT 1,2 EXCEPT SELECT 3,4,5;
----
error ERROR: SELECTs to the left and right of EXCEPT do not have the same number of result columns

-- LIMIT, results, HAVING, WHERE, ON, arguments in FROM, ORDER BY, GROUP BY.
SELECT x FROM (SELECT y) LIMIT z;
----
error ERROR: no such column: z

SELECT c7 FROM v1 JOIN t1 ON s4.d;
----
error ERROR: no such column: c7

SELECT 1 FROM v3 JOIN v1 ON s5.b WHERE a1;
----
error ERROR: no such column: a1

SELECT x FROM json_each(y);
----
error ERROR: no such column: x

SELECT count(*) FROM t1 WHERE x HAVING y;
----
error ERROR: no such column: y

SELECT 1 FROM t1 GROUP BY x ORDER BY y;
----
error ERROR: no such column: y

-- Behind a call with an error the search goes on, until an operator ends it.
SELECT abs(x)+y;
----
error ERROR: no such column: y

SELECT abs(x)+abs(y);
----
error ERROR: no such column: y

SELECT abs(x)+(y+1);
----
error ERROR: no such column: x

SELECT nosuchf(1)+x;
----
error ERROR: no such column: x

SELECT nosuchf(1)+(x+1);
----
error ERROR: no such function: nosuchf

SELECT CASE count(a) WHEN s17.a THEN sum END;
----
error ERROR: no such column: s17.a

SELECT lead(NULL) OVER (PARTITION BY q2.column3 ORDER BY q2.column1);
----
error ERROR: no such column: q2.column1

SELECT abs(y) + EXISTS(SELECT x);
----
error ERROR: no such column: x

SELECT x LIKE y OR z;
----
error ERROR: no such column: z

-- What is false as it is parsed is not looked at, if it calls no function.
SELECT x AND 0, x AND (9 IS NULL), (SELECT x) AND 0, x AND (y AND 0), x IN (), (1,2) AND 0;
----
0|0|0|0|0|0

SELECT abs(x) AND 0;
----
error ERROR: no such column: x

SELECT x AND NOT 1;
----
error ERROR: no such column: x

SELECT x AND false;
----
error ERROR: no such column: x

SELECT abs(x) IN ();
----
error ERROR: no such column: x

SELECT (x LIKE 'a') IN ();
----
error ERROR: no such column: x

-- Windows that are not used: their tables must be there.
SELECT 1 FROM (SELECT 2) WINDOW q AS (ORDER BY nosuch);
----
1

SELECT 1 FROM (SELECT 2) WINDOW q AS (ORDER BY (SELECT 1 FROM nosuch));
----
error ERROR: no such table: nosuch

WITH RECURSIVE w(a) AS (SELECT 1 UNION ALL SELECT a+1 FROM w WHERE a<3 WINDOW q AS (ORDER BY (SELECT count(*) FROM w))) SELECT * FROM w;
----
error ERROR: multiple recursive references: w

-- In a recursive table too the last SELECT comes first.
WITH w AS (SELECT a UNION SELECT t.a FROM w) SELECT x FROM w;
----
error ERROR: no such column: t.a

WITH w AS (SELECT a UNION SELECT w.b FROM w) SELECT x FROM w;
----
error ERROR: no such column: w.b

WITH w(b) AS (SELECT a UNION SELECT w.b FROM w) SELECT x FROM w;
----
error ERROR: no such column: a

-- Behind a call whose arguments failed, of a query only its first result is looked at, and not if it has a LIMIT or its table is a query.
SELECT (ifnull(x) AND (SELECT y FROM t1));
----
error ERROR: no such column: y

SELECT (ifnull(x) AND (SELECT y FROM v3));
----
error ERROR: no such column: x

SELECT (ifnull(x) AND (SELECT y FROM (SELECT 1)));
----
error ERROR: no such column: x

SELECT (ifnull(x) AND (SELECT y FROM (SELECT z)));
----
error ERROR: no such column: z

SELECT (ifnull(x) AND (SELECT y LIMIT z));
----
error ERROR: no such column: x

SELECT (ifnull(x) AND (SELECT 1 FROM t1 WHERE z));
----
error ERROR: no such column: x

SELECT (ifnull(x) AND (SELECT 1, z FROM t1));
----
error ERROR: no such column: x

SELECT (ifnull(x) AND (SELECT y UNION SELECT 1));
----
error ERROR: no such column: x

SELECT (ifnull(x) AND (SELECT 1 UNION SELECT y));
----
error ERROR: no such column: y

SELECT (ifnull(x) AND (SELECT (SELECT w FROM v3) FROM t1));
----
error ERROR: no such column: x

SELECT (ifnull(x) AND (SELECT (SELECT w FROM t1) FROM t1));
----
error ERROR: no such column: w

SELECT (ifnull(x) AND (VALUES(y), (z)));
----
error ERROR: no such column: z

SELECT (ifnull(x) AND (SELECT 1 FROM t1 HAVING y));
----
error ERROR: no such column: x

WITH c AS (SELECT 1) SELECT (ifnull(x) AND (SELECT y FROM c));
----
error ERROR: no such column: x

-- An ambiguous column of USING gives way to a missing table of the next SELECT.
SELECT nosuch FROM t1 JOIN t5 NATURAL RIGHT JOIN t1 WHERE (SELECT NULL FROM gone);
----
error ERROR: no such table: gone

SELECT nosuch FROM t1 JOIN t5 NATURAL RIGHT JOIN t1 WHERE (SELECT NULL FROM t1) OR (SELECT NULL FROM gone);
----
error ERROR: ambiguous reference to b in USING()

SELECT nosuch FROM t1 JOIN t5 NATURAL RIGHT JOIN t1 WHERE (SELECT NULL FROM t1 JOIN t5 USING(gone));
----
error ERROR: ambiguous reference to b in USING()

-- A bare name behind IS comes before what stands before it.
SELECT x IS y;
----
error ERROR: no such column: y

SELECT x IS NOT y, z;
----
error ERROR: no such column: y

SELECT x IS y COLLATE NOCASE;
----
error ERROR: no such column: y

SELECT x IS t1.y;
----
error ERROR: no such column: x

SELECT x IS NOT DISTINCT FROM y;
----
error ERROR: no such column: y

SELECT x IS NULL IS y;
----
error ERROR: no such column: y

SELECT x = y;
----
error ERROR: no such column: x

-- Behind an error an operator is not looked at, but for IS NULL and its like; FILTER only of an aggregate function.
SELECT min(x) FILTER (WHERE y IS NULL);
----
error ERROR: no such column: y

SELECT min(x) FILTER (WHERE y NOTNULL);
----
error ERROR: no such column: y

SELECT min(x) FILTER (WHERE y + 1);
----
error ERROR: no such column: x

SELECT min(x, 1) FILTER (WHERE y);
----
error ERROR: no such column: x

SELECT abs(x) + (y IS NOT NULL);
----
error ERROR: no such column: y

SELECT abs(x) + (y IS z);
----
error ERROR: no such column: z

SELECT abs(x) + (y IS 1);
----
error ERROR: no such column: x

SELECT abs(x) + (SELECT total(308) FROM t1);
----
error ERROR: no such column: x

SELECT abs(x) + (SELECT total(z) FROM t1);
----
error ERROR: no such column: z

SELECT abs(x) + (SELECT row_number() OVER ());
----
error ERROR: no such column: x

WITH w AS (SELECT NULL) SELECT 1 FROM w INTERSECT SELECT nosuch FROM t1 JOIN t5 NATURAL RIGHT JOIN t1;
----
error ERROR: no such table: w

-- Behind IS NULL and its like too the search goes on.
WITH a AS(SELECT q2.c4) SELECT CASE WHEN(a IS NULL) THEN s18.a END;
----
error ERROR: no such column: s18.a

SELECT (x IS NULL) + y;
----
error ERROR: no such column: y

SELECT (x IS NULL) + (y + 1);
----
error ERROR: no such column: x

SELECT x NOTNULL AND (y IS NULL) AND z;
----
error ERROR: no such column: z

SELECT (x IS NULL) IN (y, z);
----
error ERROR: no such column: y

SELECT x IS NULL BETWEEN y AND z;
----
error ERROR: no such column: y

SELECT x IS NULL, y;
----
error ERROR: no such column: x

SELECT 1 WHERE x IS NULL ORDER BY y;
----
error ERROR: no such column: x

SELECT x IS NULL AND nosuchf(1);
----
error ERROR: no such function: nosuchf

SELECT x + 1 IS NULL OR y;
----
error ERROR: no such column: y

-- The query behind IN comes before what stands before IN, in every clause.
UPDATE t1 SET e=x IN (SELECT y.z);
----
error ERROR: no such column: y.z

INSERT INTO t1 VALUES(x IN (SELECT y));
----
error ERROR: no such column: y

DELETE FROM t1 WHERE x IN (SELECT y);
----
error ERROR: no such column: y

SELECT 1 FROM t1 GROUP BY x IN (SELECT y);
----
error ERROR: no such column: y

SELECT 1 FROM t1 ORDER BY x IN (SELECT y), z;
----
error ERROR: no such column: y

SELECT 1 FROM t1 LIMIT x IN (SELECT y);
----
error ERROR: no such column: y

UPDATE t1 SET b=x IN nosuch;
----
error ERROR: no such table: nosuch

CREATE TABLE t2(a CHECK(x IN (SELECT y)));
----
error ERROR: subqueries prohibited in CHECK constraints

CREATE INDEX i ON t1(b) WHERE x IN (SELECT y);
----
error ERROR: subqueries prohibited in partial index WHERE clauses

-- What calls a function is looked at although it is searched in nothing.
CREATE VIEW v8 AS SELECT (SELECT NULL FROM temp.t3) IN ();

CREATE VIEW v9 AS SELECT (SELECT NULL FROM temp.t3)+abs(1) IN ();
----
error ERROR: view v9 cannot reference objects in database temp

-- What is wrong with NATURAL and USING comes before names in subqueries, common tables and ON clauses.
SELECT 1 FROM t1, (SELECT x.y) USING(d);
----
error ERROR: cannot join using column d - column not present in both tables

WITH w AS (SELECT nosuch) SELECT s.a FROM w JOIN t1 USING(b);
----
error ERROR: cannot join using column b - column not present in both tables

WITH w(b) AS (SELECT nosuch) SELECT s.a FROM w JOIN t1 USING(b);
----
error ERROR: no such column: nosuch

SELECT 1 FROM (t1 JOIN t5 ON t1.c) q JOIN t1 USING(c);
----
error ERROR: cannot join using column c - column not present in both tables

SELECT 1 FROM (SELECT *, nosuch FROM t1) JOIN t5 USING(b);
----
error ERROR: no such column: nosuch

SELECT 1 FROM (SELECT nosuch), (SELECT 1 FROM t1 NATURAL JOIN t5 USING(c));
----
error ERROR: a NATURAL join may not have an ON or USING clause
