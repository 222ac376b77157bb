-- Where a view or trigger names a column of a join in parentheses that is not the first in FROM, nothing can be renamed nor a column dropped; USING finds such columns.

CREATE TABLE t1(a, b);

CREATE TABLE t2(a, d);

CREATE TABLE t3(a, f);

CREATE VIEW v AS SELECT d FROM t2 LEFT JOIN (t1 JOIN t3 USING(a)) USING(a);

CREATE VIEW w AS SELECT t1.b FROM (t1 LEFT JOIN t3 USING(a)) LEFT JOIN t2 USING(a);

CREATE VIEW x AS SELECT * FROM t2 NATURAL JOIN (t1 JOIN t3 USING(a));

ALTER TABLE t2 RENAME TO t4;

ALTER TABLE t4 RENAME d TO dd;

ALTER TABLE t1 RENAME b TO bb;

ALTER TABLE t1 RENAME a TO aa;
----
error ERROR: error in view v after rename: cannot join using column a - column not present in both tables

CREATE VIEW y AS SELECT t1.bb FROM t4, (t1 JOIN t3 ON t1.a = t3.f);

ALTER TABLE t1 RENAME TO t5;
----
error ERROR: error in view y: no such column: t1.bb

ALTER TABLE t3 RENAME f TO ff;
----
error ERROR: error in view y: no such column: t1.bb

ALTER TABLE t4 DROP dd;
----
error ERROR: error in view y: no such column: t1.bb

ALTER TABLE t1 ADD c;

DROP VIEW y;

CREATE TRIGGER r AFTER INSERT ON t4 BEGIN SELECT bb FROM t4 LEFT JOIN (t1 JOIN t3) ON 1; END;

ALTER TABLE t3 RENAME f TO ff;
----
error ERROR: error in trigger r: no such column: bb

DROP TRIGGER r;

ALTER TABLE t3 RENAME f TO ff;

SELECT name, sql FROM sqlite_schema;
----
't1'|'CREATE TABLE t1(a, bb, c)'
't4'|'CREATE TABLE "t4"(a, dd)'
't3'|'CREATE TABLE t3(a, ff)'
'v'|'CREATE VIEW v AS SELECT dd FROM "t4" LEFT JOIN (t1 JOIN t3 USING(a)) USING(a)'
'w'|'CREATE VIEW w AS SELECT t1.bb FROM (t1 LEFT JOIN t3 USING(a)) LEFT JOIN "t4" USING(a)'
'x'|'CREATE VIEW x AS SELECT * FROM "t4" NATURAL JOIN (t1 JOIN t3 USING(a))'
