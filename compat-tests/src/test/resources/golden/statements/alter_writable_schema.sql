-- With PRAGMA writable_schema views and triggers that make no sense stay as they are.

CREATE TABLE t(a, b, c);
CREATE INDEX i ON t(b);
CREATE VIEW good AS SELECT b FROM t;
CREATE VIEW bad AS SELECT b, nope FROM t;
CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET b = nope; END;

ALTER TABLE t RENAME b TO bb;
----
error ERROR: error in view bad: no such column: nope

PRAGMA writable_schema = on;
ALTER TABLE t RENAME b TO bb;
ALTER TABLE t DROP COLUMN c;
ALTER TABLE t RENAME TO u;
ALTER TABLE u ADD COLUMN d;

SELECT sql FROM sqlite_schema;
----
'CREATE TABLE "u"(a, bb, d)'
'CREATE INDEX i ON "u"(bb)'
'CREATE VIEW good AS SELECT bb FROM "u"'
'CREATE VIEW bad AS SELECT b, nope FROM t'
'CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET b = nope; END'
