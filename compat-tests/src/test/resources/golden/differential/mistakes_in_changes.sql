-- Which mistake is told, and which is none.

CREATE TABLE t(a, b, c);
CREATE TABLE g(a, b AS (1));
CREATE VIEW v AS SELECT a, b FROM t;
CREATE TRIGGER r INSTEAD OF INSERT ON v BEGIN SELECT 1; END;
INSERT INTO t VALUES(1, 2, 3);

-- A list of columns must be as long as the row, also if it has one column.
UPDATE t SET (a) = (1, 2);
----
error ERROR: 1 columns assigned 2 values

UPDATE t SET (x) = (1, 2);
----
error ERROR: 1 columns assigned 2 values

UPDATE nosuch SET (a) = ((1, 2));
----
error ERROR: 1 columns assigned 2 values

UPDATE t SET (a) = (SELECT 1, 2);
----
error ERROR: 1 columns assigned 2 values

UPDATE t SET (x) = (SELECT 1, 2);
----
error ERROR: no such column: x

UPDATE t SET (a, b) = (SELECT 1, 2, 3), x = 1;
----
error ERROR: no such column: x

UPDATE t SET a = (SELECT 1, 2);
----
error ERROR: sub-select returns 2 columns - expected 1

UPDATE t SET a = (1, 2);
----
error ERROR: row value misused

UPDATE t SET (a) = (7), (b) = (SELECT 8) RETURNING *;
----
7|8|3

INSERT INTO t(a) VALUES(1) ON CONFLICT DO UPDATE SET (a) = (1, 2);
----
error ERROR: 1 columns assigned 2 values

CREATE TRIGGER s AFTER DELETE ON t BEGIN UPDATE t SET (a) = (1, 2); END;
----
error ERROR: 1 columns assigned 2 values

UPDATE v SET (a) = (1, 2);
----
error ERROR: 1 columns assigned 2 values

-- DEFAULT VALUES has none for columns that are named.
INSERT INTO t(a) DEFAULT VALUES;
----
error ERROR: 0 values for 1 columns

INSERT INTO t(x) DEFAULT VALUES;
----
error ERROR: table t has no column named x

INSERT INTO g(b) DEFAULT VALUES;
----
error ERROR: cannot INSERT into generated column "b"

INSERT INTO v(a) DEFAULT VALUES;
----
error ERROR: 0 values for 1 columns

INSERT INTO v DEFAULT VALUES;

-- RETURNING knows the table by its name alone.
INSERT INTO t AS u VALUES(4, 5, 6) RETURNING t.a;
----
4

INSERT INTO t AS u VALUES(4, 5, 6) RETURNING u.a;
----
error ERROR: no such column: u.a

UPDATE t AS u SET a = u.b RETURNING t.a;
----
8
5

UPDATE t AS u SET a = u.b RETURNING u.a;
----
error ERROR: no such column: u.a

UPDATE t AS u SET a = w.b FROM t AS w WHERE w.a = u.a RETURNING t.a, (SELECT t.b);
----
8|8
5|5

UPDATE t AS u SET a = w.b FROM t AS w WHERE w.a = u.a RETURNING w.a;
----
error ERROR: no such column: w.a

DELETE FROM t AS u WHERE u.a > 100 RETURNING (SELECT u.b);
----
error ERROR: no such column: u.b

INSERT INTO v AS u VALUES(1, 2) RETURNING v.a, b;
----
1|2

INSERT INTO v AS u VALUES(1, 2) RETURNING u.a;
----
error ERROR: no such column: u.a

-- The database of a trigger's table.
CREATE TRIGGER main.x DELETE ON temp.nosuch BEGIN SELECT 1; END;
----
error ERROR: trigger x cannot reference objects in database temp

CREATE TRIGGER x DELETE ON temp.nosuch BEGIN SELECT 1; END;
----
error ERROR: trigger x cannot reference objects in database temp

CREATE TRIGGER main.x DELETE ON nowhere.t BEGIN SELECT 1; END;
----
error ERROR: trigger x cannot reference objects in database nowhere

-- Inside a transaction VACUUM does not look at its file.
BEGIN;
VACUUM INTO 1;
----
error ERROR: cannot VACUUM from within a transaction

COMMIT;
VACUUM INTO 1;
----
error ERROR: non-text filename

-- Renaming only looks at names: that a row is no value does not matter.
CREATE TRIGGER s AFTER DELETE ON t WHEN (1, 2) BEGIN SELECT (a, 1) FROM t WHERE (a, 1); END;
CREATE VIEW w AS SELECT 1 WHERE (1, 2);
ALTER TABLE t RENAME TO t2;

ALTER TABLE t2 RENAME a TO z;

SELECT sql FROM sqlite_schema WHERE name IN ('s', 'w');
----
'CREATE TRIGGER s AFTER DELETE ON "t2" WHEN (1, 2) BEGIN SELECT (z, 1) FROM "t2" WHERE (z, 1); END'
'CREATE VIEW w AS SELECT 1 WHERE (1, 2)'

DELETE FROM t2;
----
error ERROR: row value misused

-- Internal statements are no business of count_changes.
DROP VIEW w;
DROP TRIGGER s;
CREATE INDEX i ON t2(z);
PRAGMA count_changes = 1;
DROP INDEX i;

ANALYZE;

ALTER TABLE t2 RENAME TO t;

DROP TABLE g;

DELETE FROM t WHERE z < 0;
----
0

PRAGMA count_changes = 0;
