-- A column of a subquery or view that nobody reads is not computed, also where the subquery has no FROM clause; so it cannot fail.

CREATE TABLE t(x);

INSERT INTO t VALUES(1), (2);

CREATE VIEW v AS SELECT 1 a, abs(-9223372036854775808) b;

SELECT a FROM v;
----
1

SELECT count(*) FROM v;
----
1

SELECT x, a FROM t LEFT JOIN v ON x=a;
----
1|1
2|NULL

SELECT b FROM v;
----
error ERROR: integer overflow

SELECT a FROM (SELECT 1 a, abs(-9223372036854775808) b UNION ALL SELECT 2, 3);
----
1
2

-- In these it is.
SELECT a FROM (SELECT 1 a, abs(-9223372036854775808) b UNION SELECT 2, 3);
----
error ERROR: integer overflow

SELECT column1 FROM (VALUES(1, abs(-9223372036854775808)), (2, 3));
----
error ERROR: integer overflow

SELECT a FROM (SELECT DISTINCT 1 a, abs(-9223372036854775808) b);
----
error ERROR: integer overflow

SELECT a FROM (SELECT 1 a, abs(-9223372036854775808) b ORDER BY b);
----
error ERROR: integer overflow

-- A row where a value is wanted is a mistake that goes unnoticed in a column that nobody reads.
SELECT EXISTS(SELECT (1, 2));
----
1

SELECT EXISTS(SELECT (SELECT 1, 2) FROM t);
----
1

SELECT a FROM (SELECT 1 a, (1, 2) b);
----
1

SELECT a FROM (SELECT x a, (SELECT 1, 2) b FROM t);
----
1
2

SELECT a FROM (SELECT DISTINCT x a, (1, 2) b FROM t);
----
error ERROR: row value misused

SELECT b FROM (SELECT x a, (1, 2) b FROM t);
----
error ERROR: row value misused

SELECT (SELECT 1, 2);
----
error ERROR: sub-select returns 2 columns - expected 1

-- A name that is missing comes first.
SELECT (1, 2), nope;
----
error ERROR: no such column: nope
