-- A text in single quotes is a name in an index, but behind two collations.

CREATE TABLE t(a);

CREATE INDEX i1 ON t('a' COLLATE nocase);

CREATE INDEX i2 ON t('b' COLLATE nocase);
----
error ERROR: no such column: b

CREATE INDEX i3 ON t('b' COLLATE nocase COLLATE binary);

CREATE INDEX i4 ON t('a' COLLATE nocase COLLATE binary);

CREATE INDEX i5 ON t((('a')) COLLATE nocase);

SELECT s.name, x.cid, x.coll FROM sqlite_schema s, pragma_index_xinfo(s.name) x WHERE s.type = 'index' AND x.key;
----
'i1'|0|'nocase'
'i3'|-2|'binary'
'i4'|-2|'binary'
'i5'|0|'nocase'

CREATE TABLE u(a, UNIQUE('a' COLLATE nocase COLLATE binary));
----
error ERROR: expressions prohibited in PRIMARY KEY and UNIQUE constraints

CREATE TABLE u(a, UNIQUE('a' COLLATE nocase));

ALTER TABLE t RENAME a TO c;

SELECT sql FROM sqlite_schema WHERE tbl_name = 't';
----
'CREATE TABLE t(c)'
'CREATE INDEX i1 ON t("c" COLLATE nocase)'
'CREATE INDEX i3 ON t(''b'' COLLATE nocase COLLATE binary)'
'CREATE INDEX i4 ON t(''a'' COLLATE nocase COLLATE binary)'
'CREATE INDEX i5 ON t((("c")) COLLATE nocase)'

CREATE TABLE d(a, e);

CREATE INDEX di ON d('e');

ALTER TABLE d DROP e;
----
error ERROR: error in index di after drop column: no such column: e

ALTER TABLE d RENAME e TO f;

SELECT sql FROM sqlite_schema WHERE tbl_name = 'd';
----
'CREATE TABLE d(a, f)'
'CREATE INDEX di ON d("f")'
