-- ALTER TABLE.
-- covers: ALTER TABLE

CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c CHECK(c > 0), d AS (c + 1));
CREATE INDEX i ON t(b, c) WHERE c > 1;
CREATE VIEW v AS SELECT t.b, x.c FROM t, t AS x WHERE t.a = x.a;
CREATE TRIGGER tr AFTER UPDATE OF b ON t WHEN new.b <> old.b BEGIN
  INSERT INTO t(b, c) SELECT b, c FROM t WHERE t.b = new.b;
END;
CREATE TABLE k(x REFERENCES t(a), y REFERENCES t);
INSERT INTO t(b, c) VALUES('x', 1), ('y', 2);
ALTER TABLE t RENAME TO "new name";
SELECT sql FROM sqlite_schema;
----
'CREATE TABLE "new name"(a INTEGER PRIMARY KEY, b TEXT, c CHECK(c > 0), d AS (c + 1))'
'CREATE INDEX i ON "new name"(b, c) WHERE c > 1'
'CREATE VIEW v AS SELECT "new name".b, x.c FROM "new name", "new name" AS x WHERE "new name".a = x.a'
unistr('CREATE TRIGGER tr AFTER UPDATE OF b ON "new name" WHEN new.b <> old.b BEGIN\u000a  INSERT INTO "new name"(b, c) SELECT b, c FROM "new name" WHERE "new name".b = new.b;\u000aEND')
'CREATE TABLE k(x REFERENCES "new name"(a), y REFERENCES "new name")'

ALTER TABLE "new name" RENAME COLUMN b TO "b b";
ALTER TABLE "new name" RENAME c TO [c'c];
SELECT sql FROM sqlite_schema;
----
'CREATE TABLE "new name"(a INTEGER PRIMARY KEY, "b b" TEXT, "c''c" CHECK("c''c" > 0), d AS ("c''c" + 1))'
'CREATE INDEX i ON "new name"("b b", "c''c") WHERE "c''c" > 1'
'CREATE VIEW v AS SELECT "new name"."b b", x."c''c" FROM "new name", "new name" AS x WHERE "new name".a = x.a'
unistr('CREATE TRIGGER tr AFTER UPDATE OF "b b" ON "new name" WHEN new."b b" <> old."b b" BEGIN\u000a  INSERT INTO "new name"("b b", "c''c") SELECT "b b", "c''c" FROM "new name" WHERE "new name"."b b" = new."b b";\u000aEND')
'CREATE TABLE k(x REFERENCES "new name"(a), y REFERENCES "new name")'

SELECT * FROM v;
----
'x'|1
'y'|2

ALTER TABLE "new name" RENAME TO t;
ALTER TABLE t ADD COLUMN e DEFAULT 'de';
ALTER TABLE t ADD f INT NOT NULL DEFAULT 5;
ALTER TABLE main.t ADD COLUMN g AS (e || f);
SELECT * FROM t;
----
1|'x'|1|2|'de'|5|'de5'
2|'y'|2|3|'de'|5|'de5'

ALTER TABLE t DROP COLUMN g;
ALTER TABLE t DROP e;
SELECT * FROM t;
----
1|'x'|1|2|5
2|'y'|2|3|5

SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE "t"(a INTEGER PRIMARY KEY, "b b" TEXT, "c''c" CHECK("c''c" > 0), d AS ("c''c" + 1), f INT NOT NULL DEFAULT 5)'

ALTER TABLE t DROP COLUMN a;
----
error ERROR: cannot drop PRIMARY KEY column: "a"

ALTER TABLE t DROP COLUMN nosuch;
----
error ERROR: no such column: "nosuch"

CREATE TABLE one(a);
ALTER TABLE one DROP COLUMN a;
----
error ERROR: cannot drop column "a": no other columns exist

ALTER TABLE t ADD COLUMN f;
----
error ERROR: duplicate column name: f

ALTER TABLE t ADD COLUMN h PRIMARY KEY;
----
error ERROR: Cannot add a PRIMARY KEY column

ALTER TABLE t ADD COLUMN h UNIQUE;
----
error ERROR: Cannot add a UNIQUE column

ALTER TABLE t ADD COLUMN h NOT NULL;
----
error ERROR: Cannot add a NOT NULL column with default value NULL

ALTER TABLE t ADD COLUMN h DEFAULT CURRENT_TIMESTAMP;
----
error ERROR: Cannot add a column with non-constant default

ALTER TABLE t ADD COLUMN h DEFAULT (1 + 1);
----
error ERROR: Cannot add a column with non-constant default

ALTER TABLE t ADD COLUMN h AS (f) STORED;
----
error ERROR: cannot add a STORED column

ALTER TABLE t ADD COLUMN h CHECK(h > 100) DEFAULT 1;
----
error ERROR: CHECK constraint failed

ALTER TABLE t RENAME TO one;
----
error ERROR: there is already another table or index with this name: one

ALTER TABLE t RENAME TO sqlite_t;
----
error ERROR: object name reserved for internal use: sqlite_t

ALTER TABLE nosuch RENAME TO x;
----
error ERROR: no such table: nosuch

ALTER TABLE sqlite_schema RENAME TO x;
----
error ERROR: table sqlite_master may not be altered

ALTER TABLE v RENAME TO x;
----
error ERROR: view v may not be altered

ALTER TABLE v ADD COLUMN x;
----
error ERROR: Cannot add a column to a view

ALTER TABLE v RENAME COLUMN b TO x;
----
error ERROR: cannot rename columns of view "v"

ALTER TABLE t RENAME COLUMN nosuch TO x;
----
error ERROR: no such column: "nosuch"

ALTER TABLE t RENAME COLUMN f TO a;
----
error ERROR: error in table t after rename: duplicate column name: a

ALTER TABLE t ALTER COLUMN f;
----
error ERROR: near ";": syntax error

ALTER TABLE t;
----
error ERROR: near ";": syntax error

-- A view that does not work stops a change of names.
CREATE VIEW broken AS SELECT nosuch FROM t;
ALTER TABLE t RENAME COLUMN f TO ff;
----
error ERROR: error in view broken: no such column: nosuch

ALTER TABLE t RENAME TO u;
----
error ERROR: error in view broken: no such column: nosuch

DROP VIEW broken;
ALTER TABLE t RENAME COLUMN f TO ff;
SELECT ff FROM t;
----
5
5

PRAGMA integrity_check;
----
'ok'
