-- Views and virtual tables have no indexes that INDEXED BY could name.

CREATE TABLE t(a);
CREATE INDEX i ON t(a);
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w AS SELECT * FROM v INDEXED BY i;
INSERT INTO t VALUES(1);

SELECT a FROM v INDEXED BY i;
----
error ERROR: no such index: i

SELECT a FROM (v INDEXED BY i) JOIN t;
----
error ERROR: no such index: i

SELECT a FROM v NOT INDEXED;
----
1

SELECT * FROM w;
----
error ERROR: no such index: i

SELECT * FROM pragma_database_list INDEXED BY i;
----
error ERROR: no such index: i

SELECT count(*) FROM pragma_database_list NOT INDEXED;
----
1

CREATE VIEW x AS SELECT nosuch FROM t;
SELECT * FROM x INDEXED BY i;
----
error ERROR: no such column: nosuch
