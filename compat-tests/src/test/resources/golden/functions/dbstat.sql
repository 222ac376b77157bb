-- dbstat: what is on the pages of a database (https://sqlite.org/dbstat.html). Trees of a few pages, so that both engines lay them out alike;
-- PageStatisticsTest compares large ones.
-- covers: dbstat
-- backends: memory file

CREATE TABLE t(a,b);
CREATE INDEX i ON t(a);
INSERT INTO t VALUES(1,zeroblob(9000)),(2,'short');
CREATE TABLE w(a PRIMARY KEY,b) WITHOUT ROWID;
INSERT INTO w VALUES('k',zeroblob(5000));

SELECT name, path, pagetype, ncell, payload, unused, mx_payload, pgsize FROM dbstat WHERE name<>'sqlite_schema';
----
't'|'/'|'leaf'|2|830|3245|9005|4096
't'|'/000+000000'|'overflow'|0|4092|0|0|4096
't'|'/000+000001'|'overflow'|0|4092|0|0|4096
'i'|'/'|'leaf'|2|8|4074|5|4096
'w'|'/'|'leaf'|1|913|3167|5005|4096
'w'|'/000+000000'|'overflow'|0|4092|0|0|4096

SELECT name, path, pageno, pagetype, ncell, payload, unused, mx_payload, pgoffset, pgsize, schema, aggregate FROM dbstat WHERE aggregate=1 AND name<>'sqlite_schema';
----
't'|NULL|3|NULL|2|9014|3245|9005|NULL|12288|'main'|1
'i'|NULL|1|NULL|2|8|4074|5|NULL|4096|'main'|1
'w'|NULL|2|NULL|1|5005|3167|5005|NULL|8192|'main'|1

SELECT name, pageno FROM dbstat('main',1) ORDER BY name;
----
'i'|1
'sqlite_schema'|1
't'|3
'w'|2

-- The name of the database in any case, the switch as the column shows it.
SELECT count(*) FROM dbstat('MAIN',1);
----
4

SELECT count(*) FROM dbstat WHERE aggregate=2;
----
0

SELECT count(*) FROM dbstat('nope');
----
0

SELECT count(*) FROM dbstat(NULL);
----
0

SELECT name, pgoffset/pgsize+1-pageno FROM dbstat WHERE path='/' ORDER BY name, path;
----
'i'|0
'sqlite_schema'|0
't'|0
'w'|0

EXPLAIN QUERY PLAN SELECT pageno FROM dbstat WHERE schema='main' AND name='t' AND aggregate=1;
----
2|0|0|'SCAN dbstat VIRTUAL TABLE INDEX 0x7:'

EXPLAIN QUERY PLAN SELECT pageno FROM dbstat ORDER BY name, path;
----
3|0|0|'SCAN dbstat VIRTUAL TABLE INDEX 0x8:'

EXPLAIN QUERY PLAN SELECT pageno FROM dbstat ORDER BY name DESC;
----
3|0|0|'SCAN dbstat VIRTUAL TABLE INDEX 0x0:'
12|0|0|'USE TEMP B-TREE FOR ORDER BY'

EXPLAIN QUERY PLAN SELECT d.name FROM dbstat d JOIN t ON d.schema=t.b;
----
3|0|216|'SCAN t'
5|0|0|'SCAN d VIRTUAL TABLE INDEX 0x1:'

-- A table of its own looks at main unless another database is named.
ATTACH ':memory:' AS x;
CREATE TABLE x.q(a);
CREATE VIRTUAL TABLE x.here USING dbstat;
CREATE VIRTUAL TABLE temp.there USING dbstat("x");

SELECT DISTINCT schema FROM x.here;
----
'main'

SELECT name, schema FROM there;
----
'sqlite_schema'|'x'
'q'|'x'

CREATE VIRTUAL TABLE temp.nowhere USING dbstat("nope");
----
error ERROR: no such database: "nope"

UPDATE dbstat SET name='x';
----
error ERROR: table dbstat may not be modified

-- Not in what is stored in a database.
CREATE VIEW v AS SELECT name FROM dbstat;

SELECT * FROM v;
----
error ERROR: unsafe use of virtual table "dbstat"

CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT * FROM dbstat; END;

INSERT INTO t VALUES(3,4);
----
error ERROR: unsafe use of virtual table "dbstat"

PRAGMA trusted_schema=off;
CREATE VIEW c AS SELECT name FROM pragma_table_info('t');

SELECT * FROM c;
----
error ERROR: unsafe use of virtual table "pragma_table_info"

CREATE VIEW j AS SELECT value FROM json_each('[1]');

SELECT * FROM j;
----
1

CREATE TEMP VIEW own AS SELECT count(*)>0 FROM dbstat;

SELECT * FROM own;
----
1
