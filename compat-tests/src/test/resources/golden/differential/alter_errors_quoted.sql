-- After DROP COLUMN the schema is read first: there, names in double quotes that are none are texts. Then all definitions are looked at in the order of the schema table, where they are mistakes.

CREATE TABLE t8("x2", c);

CREATE INDEX i9 ON t8("x2");

ALTER TABLE t8 DROP x2;
----
error ERROR: error in index i9 after drop column: no such column: "x2" - should this be a string literal in single-quotes?

CREATE INDEX i3 ON t8(x2);

ALTER TABLE t8 DROP x2;
----
error ERROR: error in index i3 after drop column: no such column: x2

DROP INDEX i9;

DROP INDEX i3;

CREATE INDEX i4 ON t8(c) WHERE "x2" > 6;

CREATE INDEX i5 ON t8(c) WHERE x2 > 6;

ALTER TABLE t8 DROP x2;
----
error ERROR: error in index i5 after drop column: no such column: x2

DROP TABLE t8;

CREATE TABLE t(a, b, "x2");

CREATE TRIGGER r INSERT ON t BEGIN SELECT "x2"; SELECT "foo"; END;

CREATE VIEW v AS SELECT x2 FROM t;

CREATE INDEX i ON t("x2");

ALTER TABLE t DROP x2;
----
error ERROR: error in view v after drop column: no such column: x2

PRAGMA reverse_unordered_selects = 1;

ALTER TABLE t DROP x2;
----
error ERROR: error in index i after drop column: no such column: "x2" - should this be a string literal in single-quotes?

DROP VIEW v;

ALTER TABLE t DROP x2;
----
error ERROR: error in index i after drop column: no such column: "x2" - should this be a string literal in single-quotes?

DROP INDEX i;

ALTER TABLE t DROP x2;

SELECT sql FROM sqlite_schema;
----
'CREATE TRIGGER r INSERT ON t BEGIN SELECT ''x2''; SELECT ''foo''; END'
'CREATE TABLE t(a, b)'

DROP TABLE t;

-- A view before the table.
CREATE VIEW v AS SELECT x2 FROM t8;

CREATE TABLE t8("x2", c, d AS ("x2"));

ALTER TABLE t8 DROP x2;
----
error ERROR: error in table t8 after drop column: no such column: "x2" - should this be a string literal in single-quotes?

-- A view with INDEXED BY.
CREATE TABLE t7(b, d);

CREATE UNIQUE INDEX i11 ON t7(b);

DROP VIEW v;

CREATE VIEW v4 AS SELECT NULL FROM t7 s8 INDEXED BY i11 WHERE s8.d;

ALTER TABLE t7 DROP d;
----
error ERROR: error in view v4 after drop column: no such column: s8.d

ALTER TABLE t7 RENAME b TO z;

ALTER TABLE t7 RENAME TO t9;

SELECT sql FROM sqlite_schema WHERE name LIKE '%4' OR name LIKE '%9';
----
'CREATE VIEW v4 AS SELECT NULL FROM "t9" s8 INDEXED BY i11 WHERE s8.d'
'CREATE TABLE "t9"(z, d)'
