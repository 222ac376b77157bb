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

-- Nor where a foreign key is concerned; it is not where the columns of the key stay as they are.
PRAGMA reverse_unordered_selects = 1;
PRAGMA foreign_keys = 1;
CREATE TABLE parent(a UNIQUE, b, c NOT NULL ON CONFLICT FAIL);
CREATE TABLE child(a REFERENCES parent(a), b UNIQUE);
INSERT INTO parent VALUES(1, 1, 1), (2, 2, 2), (NULL, 3, 3);
INSERT INTO child VALUES(1, 1), (2, 2);

UPDATE parent SET c = a;
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: parent.c

SELECT changes();
----
0

UPDATE parent SET c = 9, a = -a WHERE a IS NULL;

UPDATE OR FAIL child SET b = b + 1;

SELECT * FROM child ORDER BY a;
----
1|2
2|3

UPDATE OR FAIL child SET b = 7, a = 2;
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: child.b

SELECT * FROM child ORDER BY rowid;
----
2|7
2|3

-- Rows are changed as they are found where no index that changes replaces.
CREATE TABLE replacing(a UNIQUE ON CONFLICT REPLACE, b, c UNIQUE);
INSERT INTO replacing VALUES(1, 1, 1), (2, 2, 2), (3, 3, 3);

UPDATE OR FAIL replacing SET b = 9, c = 7;
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: replacing.c

SELECT a, b, c FROM replacing ORDER BY a;
----
1|1|1
2|2|2
3|9|7

UPDATE replacing SET a = 5, b = b + 1;

SELECT a, b, c FROM replacing ORDER BY a;
----
5|10|7
