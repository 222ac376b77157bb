-- min() and max() pay no heed to an ORDER BY of their own: bare columns come from the row that they choose.

CREATE TABLE t(c);
INSERT INTO t VALUES(5),(x'fffe'),(7);

SELECT max(s1.c ORDER BY s1.c), s2.c FROM t s1 JOIN t s2;
----
x'fffe'|5

SELECT max(c ORDER BY c DESC), c FROM t;
----
x'fffe'|x'fffe'

SELECT min(c ORDER BY rowid DESC), c FROM t;
----
5|5

SELECT max(c ORDER BY c), c, row_number() OVER () FROM t;
----
x'fffe'|x'fffe'|1

SELECT max(c ORDER BY c), c FROM t GROUP BY rowid>1;
----
5|5
x'fffe'|x'fffe'

SELECT coalesce(max(s1.c ORDER BY s1.c), cume_dist() OVER ())+s2.c FROM t s1 JOIN t s2;
----
5

SELECT max(c ORDER BY c) FILTER (WHERE c<6), c FROM t;
----
5|5

SELECT max(c ORDER BY nosuch) FROM t;
----
error ERROR: no such column: nosuch

SELECT (SELECT max(1 ORDER BY a.c)) FROM t a;
----
1

CREATE INDEX i ON t(c);

EXPLAIN QUERY PLAN SELECT max(c ORDER BY rowid) FROM t;
----
3|0|216|'SEARCH t USING COVERING INDEX i'
