-- ATTACH, DETACH.
-- covers: ATTACH DETACH

ATTACH ':memory:' AS x;
ATTACH DATABASE '' AS 'y z';
CREATE TABLE t(a);
CREATE TABLE x.t(a, b);
CREATE TABLE x.only(c);
CREATE TABLE "y z".deep(d);
INSERT INTO t VALUES('main');
INSERT INTO x.t VALUES('x', 1);
INSERT INTO only VALUES('only');
INSERT INTO deep SELECT a FROM x.t;
SELECT * FROM t;
----
'main'

SELECT * FROM x.t, main.t, only, deep;
----
'x'|1|'main'|'only'|'x'

SELECT name FROM x.sqlite_schema;
----
't'
'only'

-- One transaction over all of them.
BEGIN;
INSERT INTO t VALUES(2);
INSERT INTO x.t VALUES(2, 2);
ROLLBACK;
SELECT (SELECT count(*) FROM t), (SELECT count(*) FROM x.t);
----
1|1

-- A temporary table hides others, then comes main, then what was attached first.
CREATE TEMP TABLE t(z);
SELECT count(*) FROM t;
----
0

DROP TABLE t;
SELECT * FROM t;
----
'main'

CREATE INDEX x.i ON only(c);
CREATE INDEX j ON only(c);
----
error ERROR: no such table: main.only

CREATE VIEW x.v AS SELECT * FROM t;
SELECT * FROM x.v;
----
'x'|1

CREATE VIEW x.w AS SELECT * FROM main.t;
----
error ERROR: view w cannot reference objects in database main

CREATE TRIGGER x.tr AFTER INSERT ON only BEGIN
  INSERT INTO t VALUES(new.c, 'tr');
END;
INSERT INTO x.only VALUES('more');
SELECT * FROM x.t;
----
'x'|1
'more'|'tr'

DETACH x;
SELECT * FROM only;
----
error ERROR: no such table: only

DETACH DATABASE "y z";
DETACH x;
----
error ERROR: no such database: x

DETACH main;
----
error ERROR: cannot detach database main

DETACH temp;
----
error ERROR: cannot detach database temp

ATTACH ':memory:' AS main;
----
error ERROR: database main is already in use

ATTACH ':memory:' AS temp;
----
error ERROR: database temp is already in use

ATTACH ':memory:' AS d;
ATTACH ':memory:' AS d;
----
error ERROR: database d is already in use

ATTACH '{dir}/no/such/folder.db' AS e;
----
error CANTOPEN: unable to open database: {dir}/no/such/folder.db

ATTACH 'x' || 'y';
----
error ERROR: near ";": syntax error

-- bind: ':memory:', 'bound'
ATTACH ? AS ?;
SELECT name FROM pragma_database_list WHERE seq > 1;
----
'd'
'bound'
