-- CREATE INDEX.
-- covers: CREATE INDEX

CREATE TABLE t(a, b TEXT COLLATE NOCASE, c);
INSERT INTO t VALUES(1, 'x', 10), (2, 'Y', 20), (3, 'y', NULL);
CREATE INDEX i1 ON t(a);
CREATE UNIQUE INDEX i2 ON t(a DESC, b COLLATE BINARY);
CREATE INDEX IF NOT EXISTS i1 ON t(b);
CREATE INDEX i3 ON t(lower(b), a + c) WHERE c IS NOT NULL;
CREATE INDEX main.i4 ON t(b);
CREATE UNIQUE INDEX i5 ON t(c) WHERE c > 15;
SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index';
----
'i1'|'t'|'CREATE INDEX i1 ON t(a)'
'i2'|'t'|'CREATE UNIQUE INDEX i2 ON t(a DESC, b COLLATE BINARY)'
'i3'|'t'|'CREATE INDEX i3 ON t(lower(b), a + c) WHERE c IS NOT NULL'
'i4'|'t'|'CREATE INDEX i4 ON t(b)'
'i5'|'t'|'CREATE UNIQUE INDEX i5 ON t(c) WHERE c > 15'

SELECT a FROM t INDEXED BY i2 WHERE a > 1;
----
3
2

SELECT a FROM t WHERE lower(b) = 'y' AND c IS NOT NULL;
----
2

INSERT INTO t VALUES(1, 'x', 1);
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.a, t.b

INSERT INTO t VALUES(9, 'x', 20);
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.c

CREATE UNIQUE INDEX i6 ON t(b);
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.b

CREATE INDEX i1 ON t(c);
----
error ERROR: index i1 already exists

CREATE INDEX t ON t(c);
----
error ERROR: there is already a table named t

CREATE INDEX i7 ON nosuch(a);
----
error ERROR: no such table: main.nosuch

CREATE INDEX i7 ON t(nosuch);
----
error ERROR: no such column: nosuch

CREATE INDEX i7 ON t("nosuch");

CREATE INDEX i7 ON t(random());
----
error ERROR: index i7 already exists

CREATE INDEX i7 ON t((SELECT 1));
----
error ERROR: index i7 already exists

CREATE INDEX i7 ON t(a) WHERE random() > 1;
----
error ERROR: index i7 already exists

CREATE INDEX i7 ON t(a) WHERE a IN (SELECT 1);
----
error ERROR: index i7 already exists

CREATE INDEX i7 ON t(?);
----
error ERROR: index i7 already exists

CREATE INDEX i7 ON sqlite_schema(name);
----
error ERROR: table sqlite_master may not be indexed

CREATE INDEX sqlite_i ON t(a);
----
error ERROR: object name reserved for internal use: sqlite_i

CREATE INDEX nosuch.i7 ON t(a);
----
error ERROR: unknown database nosuch

CREATE INDEX temp.i7 ON t(a);
----
error ERROR: cannot create a TEMP index on non-TEMP table "t"

CREATE INDEX i7 ON t(a COLLATE nosuch);
----
error ERROR: index i7 already exists

CREATE INDEX i7 ON t();
----
error ERROR: near ")": syntax error

CREATE INDEX i7 ON t(a NULLS LAST);
----
error ERROR: unsupported use of NULLS LAST

CREATE VIEW v AS SELECT * FROM t;
CREATE INDEX i7 ON v(a);
----
error ERROR: views may not be indexed

PRAGMA integrity_check;
----
'ok'
