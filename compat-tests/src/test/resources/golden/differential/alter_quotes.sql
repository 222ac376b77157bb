-- Strings in double quotes get single ones when a column is renamed or dropped, in the whole schema: then none of them becomes a column.

CREATE TABLE t1(a DEFAULT "x", b CHECK(a <> "x"), c AS (a || "y"), d);
CREATE TABLE t2(a CHECK(a <> "it's"));
CREATE INDEX i1 ON t1(a || "nosuch");
CREATE VIEW v1 AS SELECT "y"as"z", "a", "a""b'" FROM t1 WHERE a IN ("z");
CREATE TRIGGER r1 AFTER INSERT ON t1 WHEN new.a = "x" BEGIN SELECT "y"; INSERT INTO t2 VALUES("q") ON CONFLICT DO UPDATE SET a = "u"; DELETE FROM t1 WHERE a = "a" OR a = "x'x"; END;
ALTER TABLE t1 RENAME TO t3;

SELECT sql FROM sqlite_schema ORDER BY rowid;
----
'CREATE TABLE "t3"(a DEFAULT "x", b CHECK(a <> "x"), c AS (a || "y"), d)'
'CREATE TABLE t2(a CHECK(a <> "it''s"))'
'CREATE INDEX i1 ON "t3"(a || "nosuch")'
'CREATE VIEW v1 AS SELECT "y"as"z", "a", "a""b''" FROM "t3" WHERE a IN ("z")'
'CREATE TRIGGER r1 AFTER INSERT ON "t3" WHEN new.a = "x" BEGIN SELECT "y"; INSERT INTO t2 VALUES("q") ON CONFLICT DO UPDATE SET a = "u"; DELETE FROM "t3" WHERE a = "a" OR a = "x''x"; END'

ALTER TABLE t3 RENAME d TO e;

SELECT sql FROM sqlite_schema ORDER BY rowid;
----
'CREATE TABLE "t3"(a DEFAULT "x", b CHECK(a <> ''x''), c AS (a || ''y''), e)'
'CREATE TABLE t2(a CHECK(a <> ''it''''s''))'
'CREATE INDEX i1 ON "t3"(a || ''nosuch'')'
'CREATE VIEW v1 AS SELECT ''y''as"z", "a", ''a"b'''''' FROM "t3" WHERE a IN ("z")'
'CREATE TRIGGER r1 AFTER INSERT ON "t3" WHEN new.a = ''x'' BEGIN SELECT ''y''; INSERT INTO t2 VALUES(''q'') ON CONFLICT DO UPDATE SET a = ''u''; DELETE FROM "t3" WHERE a = "a" OR a = ''x''''x''; END'

-- What is a column before the change must be one after it in tables and indexes; in a view it becomes a string.
CREATE TABLE t4(a, b, CHECK("b" > 1));

ALTER TABLE t4 DROP b;
----
error ERROR: error in table t4 after drop column: no such column: "b" - should this be a string literal in single-quotes?

CREATE TABLE t5(a, b);
CREATE INDEX i5 ON t5("b");

ALTER TABLE t5 DROP b;
----
error ERROR: error in index i5 after drop column: no such column: "b" - should this be a string literal in single-quotes?

DROP INDEX i5;
CREATE INDEX i5 ON t5(a) WHERE "b" > 1;

ALTER TABLE t5 DROP b;
----
error ERROR: error in index i5 after drop column: no such column: "b" - should this be a string literal in single-quotes?

DROP INDEX i5;
CREATE VIEW v5 AS SELECT "b" FROM t5;
ALTER TABLE t5 DROP b;

SELECT sql FROM sqlite_schema WHERE tbl_name IN ('t5', 'v5') ORDER BY rowid;
----
'CREATE TABLE t5(a)'
'CREATE VIEW v5 AS SELECT "b" FROM t5'
