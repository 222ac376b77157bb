-- What it costs to look up the rows of an index in its table: a condition that the index can answer spares lookups, where the columns that its subqueries read do not count. And an expression that is
-- indexed does not spare them. Which of two equal values is met first tells which way was taken.

CREATE TABLE t(a, b, c);

CREATE TABLE u(a INTEGER PRIMARY KEY);

CREATE INDEX i ON t(a, b);

INSERT INTO t VALUES(3, 1.0, 0), (2, 1, 0);

INSERT INTO u VALUES(1);

SELECT DISTINCT t.b FROM t NOT INDEXED JOIN u ON t.b=u.a JOIN u v WHERE v.a NOT IN (SELECT CASE WHEN t.c THEN NULL END FROM u WHERE u.a>7);
----
1.0

SELECT DISTINCT t.b FROM t JOIN u ON t.b=u.a JOIN u v WHERE v.a NOT IN (SELECT CASE WHEN t.c THEN NULL END FROM u WHERE u.a>7);
----
1

DROP INDEX i;

CREATE INDEX j ON t(a+1, b);

SELECT b, c FROM t INDEXED BY j WHERE a+1 NOT NULL AND likelihood((a+1)%13, 0.01) ORDER BY b;
----
1|0
1.0|0

SELECT b, c FROM t WHERE a+1 NOT NULL AND likelihood((a+1)%13, 0.01) ORDER BY b;
----
1.0|0
1|0
