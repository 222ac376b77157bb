-- In CHECK and in the condition of a partial index the name of a database in front of a table's is ignored.

CREATE TABLE t(a CHECK(main.t.nosuch>0));
----
error ERROR: no such column: t.nosuch

CREATE TABLE t(a CHECK(main.nosuch.a>0));
----
error ERROR: no such column: nosuch.a

CREATE TABLE t(a CHECK(nosuch.t.a>0));

CREATE INDEX i ON t(a) WHERE x.t.b>0;
----
error ERROR: no such column: t.b

CREATE INDEX i ON t(a) WHERE nosuch.t.a>0;

CREATE INDEX j ON t(main.t.b);
----
error ERROR: no such column: main.t.b

CREATE TABLE u(a AS (nosuch.u.b>0), b);
----
error ERROR: no such column: nosuch.u.b

INSERT INTO t VALUES(1);

INSERT INTO t VALUES(0);
----
error CONSTRAINT_CHECK: CHECK constraint failed: nosuch.t.a>0

ALTER TABLE t RENAME TO v;

SELECT sql FROM sqlite_schema;
----
'CREATE TABLE "v"(a CHECK(nosuch."v".a>0))'
'CREATE INDEX i ON "v"(a) WHERE nosuch."v".a>0'
