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

-- A generated column that is not stored.
CREATE TABLE g(b, c DOUBLE AS (length(b) & 0));

INSERT INTO g(b) VALUES('x') RETURNING *;
----
'x'|0.0

CREATE INDEX gi ON g(c);

UPDATE g SET b = 'y' RETURNING *;
----
'y'|0.0

DELETE FROM g WHERE b > '+5' RETURNING *;
----
'y'|0.0

PRAGMA integrity_check;
----
'ok'
