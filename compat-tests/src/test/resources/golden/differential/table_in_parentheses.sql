-- A single table in parentheses with an alias behind them is that table by another name: it has its rowid and its indexes, and its name is changed where the table is.

CREATE TABLE t(a INTEGER, b);

CREATE INDEX i ON t(b);

INSERT INTO t VALUES(1, 2);

SELECT q.rowid, q.* FROM (t) AS q;
----
1|1|2

SELECT q.rowid FROM t JOIN (t AS x) AS q;
----
1

SELECT x.a FROM (t AS x) AS q;
----
error ERROR: no such column: x.a

SELECT q.rowid FROM (((t)) AS x) AS q;
----
1

SELECT q.value FROM (json_each('[1]')) AS q;
----
1

SELECT q.z FROM ((SELECT 1 AS z)) AS q;
----
1

SELECT main.q.a FROM (t) AS q;
----
1

SELECT main.t.a FROM (t) AS q;
----
error ERROR: no such column: main.t.a

SELECT * FROM (t INDEXED BY nosuch) AS q;
----
error ERROR: no such index: nosuch

CREATE VIEW v AS SELECT q.a, q.* FROM t LEFT JOIN (t) AS q ON q.b = t.b;

ALTER TABLE t RENAME a TO c;

ALTER TABLE t RENAME TO u;

SELECT sql FROM sqlite_schema;
----
'CREATE TABLE "u"(c INTEGER, b)'
'CREATE INDEX i ON "u"(b)'
'CREATE VIEW v AS SELECT q.c, q.* FROM "u" LEFT JOIN ("u") AS q ON q.b = "u".b'
