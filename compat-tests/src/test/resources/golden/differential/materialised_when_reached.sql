-- A subquery in FROM that is materialised is computed when a loop over it is first reached, not before: where no row leads to it, an error in it is not met.

CREATE TABLE t(a);
CREATE TABLE empty(a);
INSERT INTO t VALUES('x'),('y');

SELECT count(*) FROM empty LEFT JOIN (SELECT json(a) FROM t LIMIT 5);
----
0

SELECT count(*) FROM t LEFT JOIN (SELECT json(a) FROM t LIMIT 5) WHERE NULL;
----
0

SELECT count(*) FROM t LEFT JOIN (SELECT json(a) FROM t LIMIT 5);
----
4

SELECT count(*) FROM empty LEFT JOIN (SELECT json(a) FROM t LIMIT 5) RIGHT JOIN t;
----
2

SELECT count(*) FROM empty RIGHT JOIN (SELECT a FROM t LIMIT 5);
----
2

SELECT *, s.b IS NULL FROM empty LEFT JOIN (SELECT a b FROM t LIMIT 5) s FULL JOIN t;
----
NULL|NULL|'x'|1
NULL|NULL|'y'|1

-- Correlated: once for each row of the query around it.
SELECT (SELECT group_concat(s.b ORDER BY s.b) FROM t LEFT JOIN (SELECT u.a||v.a b FROM t v LIMIT 5) s) FROM t u;
----
'xx,xx,xy,xy'
'yx,yx,yy,yy'

WITH c AS MATERIALIZED (SELECT json(a) FROM t) SELECT count(*) FROM empty, c, c d;
----
error ERROR: malformed JSON

WITH c AS MATERIALIZED (SELECT a FROM t) SELECT group_concat(c.a||d.a, ' ' ORDER BY 1), (SELECT max(a) FROM c) FROM t, c, c d;
----
'xx xy yx yy xx xy yx yy'|'y'

CREATE VIEW v AS SELECT DISTINCT a FROM t;

SELECT * FROM t CROSS JOIN v CROSS JOIN v w ORDER BY 1,2,3;
----
'x'|'x'|'x'
'x'|'x'|'y'
'x'|'y'|'x'
'x'|'y'|'y'
'y'|'x'|'x'
'y'|'x'|'y'
'y'|'y'|'x'
'y'|'y'|'y'

SELECT * FROM empty LEFT JOIN v FULL JOIN v w ORDER BY 1,2,3;
----
NULL|NULL|'x'
NULL|NULL|'y'
