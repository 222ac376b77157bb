-- A table-valued function may be named in any database; a virtual table is found in its own, as every table is.

ATTACH ':memory:' AS x;

SELECT value FROM main.json_each('[1]') UNION ALL SELECT value FROM x.json_each('[2]') UNION ALL SELECT value FROM temp.json_each('[3]');
----
1
2
3

SELECT * FROM x.pragma_user_version;
----
0

SELECT * FROM nosuch.json_each('[1]');
----
0|1|'integer'|1|1|NULL|'$[0]'|'$'

CREATE VIEW x.v AS SELECT value FROM x.json_each('[1,2]');

SELECT * FROM x.v;
----
1
2

CREATE TABLE json_each(value);

SELECT * FROM x.v;
----
1
2

SELECT * FROM main.json_each('[1]');
----
error ERROR: 'json_each' is not a function

DROP TABLE main.json_each;

DROP TABLE x.json_each;
----
error ERROR: table json_each may not be dropped

CREATE TABLE t(a);

CREATE VIEW w AS SELECT name FROM d;

CREATE VIRTUAL TABLE temp.d USING dbstat;

SELECT * FROM w;
----
error ERROR: no such table: main.d

ALTER TABLE t RENAME TO u;
----
error ERROR: error in view w: no such table: main.d
