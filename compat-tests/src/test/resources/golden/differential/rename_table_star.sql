-- A renamed table is renamed before a star, too, in views and triggers; but not where it has an alias, be that its own name.

CREATE TABLE t1(a, b);

CREATE TABLE t2(a, b);

CREATE VIEW v AS SELECT t1.*, t2.a, t2.* FROM t1 LEFT JOIN t2 ON t1.a = t2.b;

CREATE VIEW w AS SELECT x.*, T1.*, "t1".*, [t1].* FROM t1, t1 AS x;

CREATE VIEW x AS SELECT t1.*, t1.a, (SELECT t1.b) FROM t1 AS t1 WHERE t1.b;

CREATE VIEW y AS SELECT t1.* FROM (SELECT t1.* FROM t1) AS t1;

CREATE VIEW z AS SELECT t1.*, t2.* FROM (t1 JOIN t2 USING(a));

CREATE TRIGGER r AFTER INSERT ON t2 BEGIN INSERT INTO t1 SELECT t1.* FROM t1 WHERE (SELECT count(*) FROM (SELECT t1.* FROM t1)); WITH w AS (SELECT t1.* FROM t1) SELECT w.* FROM w; END;

ALTER TABLE t1 RENAME TO t3;

SELECT name, sql FROM sqlite_schema;
----
't3'|'CREATE TABLE "t3"(a, b)'
't2'|'CREATE TABLE t2(a, b)'
'v'|'CREATE VIEW v AS SELECT "t3".*, t2.a, t2.* FROM "t3" LEFT JOIN t2 ON "t3".a = t2.b'
'w'|'CREATE VIEW w AS SELECT x.*, "t3".*, "t3".*, "t3".* FROM "t3", "t3" AS x'
'x'|'CREATE VIEW x AS SELECT t1.*, t1.a, (SELECT t1.b) FROM "t3" AS t1 WHERE t1.b'
'y'|'CREATE VIEW y AS SELECT t1.* FROM (SELECT "t3".* FROM "t3") AS t1'
'z'|'CREATE VIEW z AS SELECT "t3".*, t2.* FROM ("t3" JOIN t2 USING(a))'
'r'|'CREATE TRIGGER r AFTER INSERT ON t2 BEGIN INSERT INTO "t3" SELECT "t3".* FROM "t3" WHERE (SELECT count(*) FROM (SELECT "t3".* FROM "t3")); WITH w AS (SELECT "t3".* FROM "t3") SELECT w.* FROM w; END'

SELECT * FROM v, w, x, y, z;

INSERT INTO t2 VALUES(1, 2);
