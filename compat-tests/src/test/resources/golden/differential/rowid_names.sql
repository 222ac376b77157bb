-- Names of the rowid: of several tables, as names of columns, and in definitions.

CREATE TABLE t(a, b);
CREATE TABLE u(c);
CREATE TABLE w(a PRIMARY KEY, b) WITHOUT ROWID;
CREATE VIEW v AS SELECT 1 x;
INSERT INTO t VALUES(1, 2);
INSERT INTO u VALUES(3);

SELECT rowid FROM t, u;
----
error ERROR: ambiguous column name: rowid

SELECT oid FROM t JOIN w;

SELECT _rowid_ FROM t JOIN v;
----
1

SELECT 1 FROM t, u WHERE rowid = 1;
----
error ERROR: ambiguous column name: rowid

SELECT (SELECT rowid) FROM t, u;
----
error ERROR: ambiguous column name: rowid

SELECT rowid FROM t NATURAL JOIN u;
----
error ERROR: ambiguous column name: rowid

SELECT rowid FROM (SELECT 1) x, (SELECT 2) y;
----
error ERROR: no such column: rowid

SELECT rowid FROM t WHERE EXISTS (SELECT 1 FROM t x, u y WHERE rowid = 1);
----
error ERROR: ambiguous column name: rowid

UPDATE t SET a = rowid FROM u;
----
error ERROR: ambiguous column name: rowid

UPDATE t SET a = rowid FROM w;

-- ALTER TABLE does not make columns of those names, nor change them.
CREATE TABLE z(rowid, a);

ALTER TABLE t RENAME a TO oid;
----
error ERROR: cannot rename to rowid alias: oid

ALTER TABLE t RENAME a TO "RowID";
----
error ERROR: cannot rename to rowid alias: RowID

ALTER TABLE t ADD _rowid_;
----
error ERROR: cannot add rowid alias: _rowid_

ALTER TABLE t ADD oid UNIQUE;
----
error ERROR: Cannot add a UNIQUE column

ALTER TABLE t RENAME nosuch TO rowid;
----
error ERROR: no such column: "nosuch"

ALTER TABLE v RENAME x TO rowid;
----
error ERROR: cannot rename columns of view "v"

ALTER TABLE z RENAME rowid TO x;
----
error ERROR: cannot rename from rowid alias: rowid

ALTER TABLE z RENAME rowid TO oid;
----
error ERROR: cannot rename from rowid alias: rowid

ALTER TABLE z DROP rowid;
----
error ERROR: cannot drop rowid alias: rowid

ALTER TABLE z ADD rowid;
----
error ERROR: duplicate column name: rowid

ALTER TABLE w RENAME b TO rowid;

ALTER TABLE w ADD oid;

ALTER TABLE w DROP oid;

-- A mistake elsewhere is told after that.
CREATE VIEW y AS SELECT nosuch;

ALTER TABLE t RENAME a TO rowid;
----
error ERROR: cannot rename to rowid alias: rowid

ALTER TABLE t RENAME a TO c;
----
error ERROR: error in view y: no such column: nosuch

-- The table's name is not allowed in indexed expressions and generated columns.
CREATE INDEX i ON t(t.a);
----
error ERROR: the "." operator prohibited in index expressions

CREATE INDEX i ON t(a + t.b);
----
error ERROR: the "." operator prohibited in index expressions

CREATE INDEX i ON t(a) WHERE t.b > 1;

CREATE TABLE x(a, b AS (x.a));
----
error ERROR: the "." operator prohibited in generated columns

CREATE TABLE x(a CHECK(x.a > 0));

ALTER TABLE x ADD b AS (x.a);
----
error ERROR: error in table x after add column: the "." operator prohibited in generated columns
