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

-- An index that is not there is told before anything else about the table.
CREATE VIEW v9 AS SELECT 1 a;

UPDATE v9 INDEXED BY nosuch SET a = 1;
----
error ERROR: no such index: nosuch

DELETE FROM v9 INDEXED BY nosuch WHERE nosuch;
----
error ERROR: no such index: nosuch

UPDATE sqlite_schema INDEXED BY nosuch SET sql = 1;
----
error ERROR: no such index: nosuch

DELETE FROM nosuch INDEXED BY nosuch;
----
error ERROR: no such table: nosuch

-- The target of an UPSERT: the rowid has no collation, and WHERE is looked at in any case.
CREATE TABLE k(a INTEGER PRIMARY KEY, b COLLATE NOCASE UNIQUE);

INSERT INTO k VALUES(1, 1) ON CONFLICT(a COLLATE BINARY) DO NOTHING;
----
error ERROR: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

INSERT INTO k VALUES('x', 1) ON CONFLICT(a COLLATE BINARY) DO NOTHING ON CONFLICT DO UPDATE SET b = 1;
----
error ERROR: 1st ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

INSERT INTO k VALUES(1, 1) ON CONFLICT(a) WHERE nosuch DO NOTHING;
----
error ERROR: no such column: nosuch

INSERT INTO k VALUES(1, 1) ON CONFLICT((a)) WHERE b DO NOTHING;

INSERT INTO k VALUES(1, 1) ON CONFLICT(oid DESC) DO NOTHING;

INSERT INTO k VALUES(1, 1) ON CONFLICT(b COLLATE binary) DO NOTHING;
----
error ERROR: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

-- Collations of keys.
CREATE TABLE n(a, UNIQUE(a COLLATE nosuch));
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: nosuch

CREATE TABLE n(a, PRIMARY KEY(a COLLATE nosuch)) STRICT;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: nosuch

-- A table whose rowid has no name left.
CREATE TABLE n(rowid PRIMARY KEY, _rowid_ UNIQUE, oid);
INSERT INTO n VALUES(1, 2, 3), (2, 3, 4);
PRAGMA integrity_check;
----
'ok'

-- DROP TABLE deletes the rows of a parent.
PRAGMA foreign_keys = 1;
CREATE TABLE child(a REFERENCES n);
PRAGMA count_changes = 1;
DROP TABLE n;
----
2

DROP TABLE child;

PRAGMA count_changes = 0;

-- Collations around indexed expressions.
CREATE TABLE e(a, b);
CREATE UNIQUE INDEX e1 ON e(hex(b) COLLATE nocase COLLATE binary, a);

INSERT INTO e VALUES(1, 2) ON CONFLICT(hex(b) COLLATE nocase COLLATE binary, a) DO NOTHING;

INSERT INTO e VALUES(1, 2) ON CONFLICT(a, hex(b)) DO NOTHING;

INSERT INTO e VALUES(1, 2) ON CONFLICT(a, hex(b) COLLATE nocase) DO NOTHING;
----
error ERROR: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

-- Without a primary key there is nothing to be said about other columns.
CREATE TABLE x(a AS (1)) WITHOUT ROWID;
----
error ERROR: PRIMARY KEY missing on table x

CREATE TABLE x(a AS (1) PRIMARY KEY) WITHOUT ROWID;
----
error ERROR: generated columns cannot be part of the PRIMARY KEY

-- A number in an index is the target of no UPSERT.
CREATE TABLE f(a, b);
CREATE UNIQUE INDEX f1 ON f(1);
CREATE UNIQUE INDEX f2 ON f('x');
----
error ERROR: no such column: x

INSERT INTO f VALUES(1, 2) ON CONFLICT(1) DO NOTHING;
----
error ERROR: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

INSERT INTO f VALUES(1, 2) ON CONFLICT(('x'||'')) DO NOTHING;
----
error ERROR: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

-- What is wrong with one column comes before what is wrong with the table.
CREATE TABLE y(a DEFAULT(b)) STRICT;
----
error ERROR: default value of column [a] is not constant

CREATE TABLE y(a DEFAULT(b), b AS (1)) WITHOUT ROWID;
----
error ERROR: default value of column [a] is not constant

CREATE TABLE y(a DEFAULT(b), a);
----
error ERROR: default value of column [a] is not constant

CREATE TABLE y(a, a DEFAULT(b));
----
error ERROR: duplicate column name: a

CREATE TABLE y(a DEFAULT(nosuch(1))) STRICT;
----
error ERROR: missing datatype for y.a

CREATE TABLE y(a DEFAULT(sum(1)), UNIQUE(b));
----
error ERROR: no such column: b

-- ORDER BY without LIMIT: of a view that can be changed it is none.
CREATE TABLE l(a);
CREATE VIEW m AS SELECT a FROM l;

UPDATE m SET a = 1 ORDER BY 1;
----
error ERROR: cannot modify m because it is a view

DELETE FROM m ORDER BY 1;
----
error ERROR: cannot modify m because it is a view

CREATE TRIGGER m1 INSTEAD OF UPDATE ON m BEGIN SELECT 1; END;
CREATE TRIGGER m2 INSTEAD OF DELETE ON m BEGIN SELECT 1; END;

UPDATE m SET a = 1 ORDER BY 1;

DELETE FROM m ORDER BY 1;

UPDATE l SET a = 1 ORDER BY 1;
----
error ERROR: ORDER BY without LIMIT on UPDATE

DELETE FROM l ORDER BY 1;
----
error ERROR: ORDER BY without LIMIT on DELETE

UPDATE nosuch SET a = 1 ORDER BY 1;
----
error ERROR: no such table: nosuch

DELETE FROM nosuch ORDER BY 1;
----
error ERROR: no such table: nosuch

UPDATE sqlite_schema SET sql = 1 ORDER BY 1;
----
error ERROR: table sqlite_master may not be modified

DELETE FROM sqlite_schema ORDER BY 1;
----
error ERROR: table sqlite_master may not be modified

UPDATE l INDEXED BY x SET a = 1 ORDER BY 1;
----
error ERROR: no such index: x

-- An index that is named must serve, also where the rowid would.
CREATE TABLE o(a INTEGER PRIMARY KEY, b);
CREATE INDEX o1 ON o(b) WHERE b;
INSERT INTO o VALUES(1, 2);

DELETE FROM o INDEXED BY o1 WHERE a = 1;
----
error ERROR: no query solution

UPDATE o INDEXED BY o1 SET b = 3 WHERE rowid = 1;
----
error ERROR: no query solution

UPDATE o NOT INDEXED SET b = 3 WHERE rowid = 1 RETURNING *;
----
1|3

-- That a row is no value is told after what is wrong with names.
CREATE TABLE r1(a, b AS (a), c);

UPDATE r1 SET b = (1, 2);
----
error ERROR: cannot UPDATE generated column "b"

UPDATE r1 SET a = (1, 2), b = 1;
----
error ERROR: cannot UPDATE generated column "b"

UPDATE r1 SET nosuch = (1, 2);
----
error ERROR: no such column: nosuch

UPDATE r1 SET a = (1, 2) WHERE nosuch;
----
error ERROR: no such column: nosuch

UPDATE r1 SET a = (1, nosuch);
----
error ERROR: no such column: nosuch

UPDATE r1 SET a = (1, 2);
----
error ERROR: row value misused

UPDATE r1 SET (x, x) = (5, nosuch);
----
error ERROR: no such column: x

UPDATE r1 SET (a, c) = (nosuch, 5), x = 1;
----
error ERROR: no such column: nosuch

UPDATE r1 SET (a, c) = (SELECT 1) WHERE nosuch;
----
error ERROR: no such column: nosuch

INSERT INTO r1 VALUES(1, 2) ON CONFLICT DO UPDATE SET a = (1, 2) WHERE nosuch;

-- WHERE of an index is looked at before its columns.
CREATE INDEX r2 ON r1(nosuch) WHERE nothing;
----
error ERROR: near "nothing": syntax error
