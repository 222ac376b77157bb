-- A change that is only explained is one of no rows.

CREATE TABLE t(a);
INSERT INTO t VALUES(1), (2);

EXPLAIN QUERY PLAN SELECT * FROM t;
----
2|0|216|'SCAN t'

SELECT changes();
----
2

EXPLAIN QUERY PLAN INSERT INTO t VALUES(1);

SELECT changes(), total_changes();
----
0|2
