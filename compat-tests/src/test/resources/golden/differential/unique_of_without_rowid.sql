-- The index of a UNIQUE of a WITHOUT ROWID table is not taken for having the columns of the primary key.

CREATE TABLE t(a PRIMARY KEY, b UNIQUE) WITHOUT ROWID;
CREATE TABLE u(a, b UNIQUE, c, d, PRIMARY KEY(a, c)) WITHOUT ROWID;
INSERT INTO t VALUES(1, 3), (2, 2), (3, 1);
INSERT INTO u VALUES(1, 3, 1, 1), (2, 2, 1, 1), (3, 1, 1, 1);

SELECT * FROM t;
----
1|3
2|2
3|1

SELECT a FROM u;
----
1
2
3

SELECT b FROM u;
----
1
2
3

EXPLAIN QUERY PLAN SELECT * FROM t WHERE b = 1;
----
3|0|39|'SEARCH t USING INDEX sqlite_autoindex_t_2 (b=?)'

EXPLAIN QUERY PLAN SELECT a FROM t WHERE b > 1;
----
3|0|205|'SEARCH t USING INDEX sqlite_autoindex_t_2 (b>?)'

EXPLAIN QUERY PLAN SELECT b FROM t WHERE b > 1;
----
2|0|193|'SEARCH t USING COVERING INDEX sqlite_autoindex_t_2 (b>?)'

EXPLAIN QUERY PLAN SELECT b FROM t ORDER BY b, a;
----
4|0|225|'SCAN t USING INDEX sqlite_autoindex_t_2'

EXPLAIN QUERY PLAN SELECT c FROM u WHERE b = 1;
----
3|0|39|'SEARCH u USING INDEX sqlite_autoindex_u_1 (b=?)'

EXPLAIN QUERY PLAN SELECT count(*) FROM t;
----
4|0|0|'SCAN t'

EXPLAIN QUERY PLAN SELECT count(*) FROM u;
----
4|0|0|'SCAN u USING COVERING INDEX sqlite_autoindex_u_1'

-- That of CREATE INDEX is.
CREATE UNIQUE INDEX i ON t(b);

SELECT * FROM t;
----
3|1
2|2
1|3

EXPLAIN QUERY PLAN SELECT a FROM t WHERE b > 1;
----
2|0|193|'SEARCH t USING COVERING INDEX i (b>?)'

EXPLAIN QUERY PLAN SELECT count(*) FROM t;
----
4|0|0|'SCAN t'
