-- What ALTER TABLE finds wrong first: views and triggers that are wrong anyway, in the order of the schema; then tables and indexes as they would be; then views
-- and triggers.

CREATE TABLE t1(a, b, c CHECK(b > 1));
CREATE VIEW v1 AS SELECT nosuch FROM t1;

ALTER TABLE t1 DROP b;
----
error ERROR: error in view v1: no such column: nosuch

DROP VIEW v1;

CREATE VIEW v2 AS SELECT b FROM t1;
CREATE INDEX i2 ON t1(b);

-- The table before the view, although the view is older than the index.
ALTER TABLE t1 DROP b;
----
error ERROR: error in table t1 after drop column: no such column: b

CREATE TABLE t2(a, b);
CREATE VIEW v3 AS SELECT b FROM t2;
CREATE TRIGGER r3 AFTER INSERT ON t2 BEGIN SELECT new.b; END;
CREATE INDEX i3 ON t2(b);

ALTER TABLE t2 DROP b;
----
error ERROR: error in index i3 after drop column: no such column: b

DROP INDEX i3;

ALTER TABLE t2 DROP b;
----
error ERROR: error in view v3 after drop column: no such column: b

DROP VIEW v3;
CREATE VIEW v3 AS SELECT b FROM t2;

-- Now the view is the younger one.
ALTER TABLE t2 DROP b;
----
error ERROR: error in trigger r3 after drop column: no such column: new.b

CREATE TABLE t3(a, b);
CREATE VIEW v4 AS SELECT nosuch FROM t3;
CREATE TRIGGER r4 AFTER INSERT ON t3 BEGIN SELECT nosuch2; END;
CREATE VIEW v5 AS SELECT nosuch3 FROM t3;
DROP VIEW v4;
CREATE VIEW v4 AS SELECT nosuch FROM t3;

ALTER TABLE t3 RENAME a TO z;
----
error ERROR: error in trigger r4: no such column: nosuch2

ALTER TABLE t3 RENAME TO t4;
----
error ERROR: error in trigger r4: no such column: nosuch2

DROP TRIGGER r4;

ALTER TABLE t3 RENAME a TO z;
----
error ERROR: error in view v5: no such column: nosuch3

ALTER TABLE t3 RENAME TO t4;
----
error ERROR: error in view v5: no such column: nosuch3

-- The old behaviour of ALTER TABLE does not look at views and triggers, but finds all strings.
PRAGMA legacy_alter_table = 1;

ALTER TABLE t3 DROP b;
----
error ERROR: SQL logic error

DROP VIEW v4;
DROP VIEW v5;
ALTER TABLE t2 DROP b;
