-- RENAME TO looks at all definitions as they will be: a view's column without a name of its own is called as its text.

CREATE TABLE t(d);
CREATE VIEW v AS SELECT (SELECT d FROM t LIMIT 1);
CREATE VIEW w AS SELECT q."(SELECT d FROM t LIMIT 1)" FROM (v) q;

ALTER TABLE t RENAME TO u;
----
error ERROR: error in view w after rename: no such column: q.(SELECT d FROM t LIMIT 1)

DROP VIEW w;

ALTER TABLE t RENAME TO u;

SELECT sql FROM sqlite_schema;
----
'CREATE TABLE "u"(d)'
'CREATE VIEW v AS SELECT (SELECT d FROM "u" LIMIT 1)'

-- With legacy_alter_table expressions stay as they are, and may be wrong then.
CREATE TABLE a(x CHECK(a.x>0), y AS (x+1));

CREATE INDEX i ON a(y+a.y) WHERE a.y>0;
----
error ERROR: the "." operator prohibited in index expressions

PRAGMA legacy_alter_table=1;

ALTER TABLE a RENAME TO b;
----
error ERROR: error in table b after rename: no such column: a.x

PRAGMA legacy_alter_table=0;

ALTER TABLE a RENAME TO b;

SELECT sql FROM sqlite_schema WHERE tbl_name='b';
----
'CREATE TABLE "b"(x CHECK("b".x>0), y AS (x+1))'

-- A table behind IN keeps its name, which then means another table or none.
CREATE TABLE c(z);
CREATE TABLE l(m);
CREATE TEMP TRIGGER r AFTER INSERT ON l BEGIN SELECT 1 IN c; END;

ALTER TABLE c RENAME TO e;
----
error ERROR: error in trigger r after rename: no such table: c

ATTACH ':memory:' AS x;
CREATE TABLE x.c(z);

ALTER TABLE main.c RENAME TO e;

SELECT sql FROM temp.sqlite_schema;
----
'CREATE TRIGGER r AFTER INSERT ON l BEGIN SELECT 1 IN c; END'
