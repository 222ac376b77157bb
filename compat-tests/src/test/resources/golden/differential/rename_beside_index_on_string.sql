-- An index on a name in double quotes that names no column is one on a string. When a column of any table is renamed or dropped the string is written in single quotes, which is no string in that place.

CREATE TABLE t(a, b);

CREATE TABLE u(x, y);

CREATE INDEX i ON u("nosuch");

ALTER TABLE t RENAME a TO c;
----
error ERROR: error in index i after rename: no such column: nosuch

ALTER TABLE t DROP b;
----
error ERROR: error in index i after drop column: no such column: nosuch

ALTER TABLE t RENAME TO v;

ALTER TABLE u DROP y;
----
error ERROR: error in index i after drop column: no such column: nosuch

CREATE INDEX j ON u(x) WHERE y = "nosuch";

DROP INDEX i;

ALTER TABLE v RENAME a TO c;

SELECT name, sql FROM sqlite_schema;
----
'v'|'CREATE TABLE "v"(c, b)'
'u'|'CREATE TABLE u(x, y)'
'j'|'CREATE INDEX j ON u(x) WHERE y = ''nosuch'''
