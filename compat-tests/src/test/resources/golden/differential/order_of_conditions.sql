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

-- What an index tells comes first, but not where the index is all that is read.
CREATE TABLE w(b, c, d, PRIMARY KEY(b)) WITHOUT ROWID;
INSERT INTO w VALUES(1, 'x', 2), (3, 'y', 4);
CREATE TABLE u(b, c, d);
INSERT INTO u SELECT b, c, d FROM w;
CREATE INDEX ub ON u(b);
CREATE INDEX ubc ON u(b, c);

SELECT b FROM w WHERE json(c) AND NOT b;
----
error ERROR: malformed JSON

SELECT b FROM w WHERE json(c) GROUP BY b HAVING NOT b;
----
error ERROR: malformed JSON

SELECT d FROM u INDEXED BY ub WHERE json(c) AND NOT b ORDER BY b;

SELECT b FROM u INDEXED BY ubc WHERE json(c) AND NOT b ORDER BY b;
----
error ERROR: malformed JSON

SELECT b FROM u INDEXED BY ubc WHERE b > 1 AND json(c) AND b > 7+length(c);
----
error ERROR: malformed JSON

-- A subquery that depends on no row waits too if there is one inside it that depends on the rows of its own tables.
CREATE TABLE none(e);

SELECT a FROM t WHERE (SELECT 1 FROM none) IS abs(b) AND NULL IN (a);
----
error ERROR: integer overflow

SELECT a FROM t WHERE (SELECT 1 FROM none WHERE (SELECT 1 WHERE none.e)) IS abs(b) AND NULL IN (a);

SELECT a FROM t WHERE (SELECT 1 FROM (SELECT 1 FROM none GROUP BY (SELECT none.e))) IS abs(b) AND NULL IN (a);

SELECT a FROM t WHERE EXISTS (SELECT 1 FROM none UNION SELECT (SELECT none.e) FROM none) IS abs(b) AND NULL IN (a);
