-- Conditions are tested in their order, those with a subquery that depends on the row last; but an IN with such a query keeps its place.

CREATE TABLE t(a, b);
INSERT INTO t VALUES(5, -9223372036854775808);

SELECT a FROM t WHERE NULL IN (SELECT a) AND abs(b);

SELECT a FROM t WHERE 3 IN (SELECT x.a FROM t x WHERE x.a = t.a) AND abs(b);

SELECT a FROM t WHERE 4 IN ((SELECT a)) AND abs(b);

SELECT a FROM t WHERE 5 NOT IN (SELECT a) AND abs(b);
----
error ERROR: integer overflow

SELECT a FROM t WHERE 4 = (SELECT a) AND abs(b);
----
error ERROR: integer overflow

SELECT a FROM t WHERE 4 IN (SELECT (SELECT t.a)) AND abs(b);
----
error ERROR: integer overflow

SELECT a FROM t WHERE (SELECT a) IN (SELECT 4) AND abs(b);
----
error ERROR: integer overflow

SELECT a FROM t WHERE abs(b) AND 3 IN (SELECT a);
----
error ERROR: integer overflow
