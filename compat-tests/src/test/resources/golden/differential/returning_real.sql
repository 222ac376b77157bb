-- A whole number in a REAL column, which records store as an integer, is returned as a real.

CREATE TABLE t(a, d REAL);
CREATE INDEX i ON t(d, a);

INSERT INTO t VALUES(1, 5.), (2, 0) RETURNING *;
----
1|5.0
2|0.0

INSERT INTO t VALUES(3, 5) RETURNING d, typeof(d), d || '';
----
5.0|'real'|'5.0'

UPDATE t SET d = 7 RETURNING *;
----
1|7.0
2|7.0
3|7.0

DELETE FROM t RETURNING *;
----
1|7.0
2|7.0
3|7.0
