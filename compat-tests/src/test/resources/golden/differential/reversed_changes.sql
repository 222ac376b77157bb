-- PRAGMA reverse_unordered_selects also turns round the search for rows to change, but neither for RETURNING nor for triggers.

PRAGMA reverse_unordered_selects = 1;
CREATE TABLE t(a, c UNIQUE);
INSERT INTO t VALUES(1, 1), (2, 2), (3, 3);

UPDATE OR FAIL t SET c = 5;
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.c

SELECT * FROM t ORDER BY a;
----
1|1
2|2
3|5

UPDATE t SET a = a RETURNING a;
----
1
2
3

DELETE FROM t WHERE a > 1 RETURNING a;
----
2
3

-- ALTER TABLE looks at views and triggers with a query.
CREATE VIEW v2 AS SELECT s2;
CREATE VIEW v1 AS SELECT s1;

ALTER TABLE t RENAME a TO f;
----
error ERROR: error in view v1: no such column: s1

ALTER TABLE t RENAME TO f;
----
error ERROR: error in view v2: no such column: s2
