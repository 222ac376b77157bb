-- PRAGMA legacy_alter_table: RENAME TO changes the table, its indexes and its triggers, and nothing that names it inside of expressions and queries.

PRAGMA legacy_alter_table = 1;
CREATE TABLE t(a PRIMARY KEY, b);
CREATE TABLE c(x REFERENCES t, y, FOREIGN KEY(y) REFERENCES "T"(a));
CREATE TABLE self(a PRIMARY KEY REFERENCES self, b CHECK (b > 0));
CREATE INDEX i ON t(b) WHERE a > 1;
CREATE VIEW v AS SELECT t.a FROM t;
CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET a = new.a; END;

ALTER TABLE t RENAME TO u;

ALTER TABLE self RENAME TO other;

SELECT name, tbl_name, sql FROM sqlite_schema WHERE sql NOTNULL;
----
'u'|'u'|'CREATE TABLE "u"(a PRIMARY KEY, b)'
'c'|'c'|'CREATE TABLE c(x REFERENCES t, y, FOREIGN KEY(y) REFERENCES "T"(a))'
'other'|'other'|'CREATE TABLE "other"(a PRIMARY KEY REFERENCES self, b CHECK (b > 0))'
'i'|'u'|'CREATE INDEX i ON "u"(b) WHERE a > 1'
'v'|'v'|'CREATE VIEW v AS SELECT t.a FROM t'
'r'|'u'|'CREATE TRIGGER r AFTER INSERT ON "u" BEGIN UPDATE t SET a = new.a; END'

SELECT * FROM v;
----
error ERROR: no such table: main.t

-- Foreign keys are renamed if they are enforced.
PRAGMA foreign_keys = 1;

ALTER TABLE other RENAME TO other2;

ALTER TABLE u RENAME TO t;

CREATE TABLE d(x REFERENCES t);

ALTER TABLE t RENAME TO w;

SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'table';
----
'w'|'w'|'CREATE TABLE "w"(a PRIMARY KEY, b)'
'c'|'c'|'CREATE TABLE c(x REFERENCES "w", y, FOREIGN KEY(y) REFERENCES "w"(a))'
'other2'|'other2'|'CREATE TABLE "other2"(a PRIMARY KEY REFERENCES self, b CHECK (b > 0))'
'd'|'d'|'CREATE TABLE d(x REFERENCES "w")'

-- What calls the table by its name is in the way.
CREATE TABLE e(a CHECK (e.a > 0), b);

ALTER TABLE e RENAME TO f;
----
error ERROR: error in table f after rename: no such column: e.a

CREATE TABLE g(a, b);

CREATE INDEX j ON g(a) WHERE main.g.a > 0;

ALTER TABLE g RENAME TO h;
----
error ERROR: error in index j after rename: no such column: g.a

SELECT name FROM sqlite_schema WHERE name IN ('e', 'f', 'g', 'h');
----
'e'
'g'
