-- A temporary view over something that is gone: ours says so wherever the view is asked for.

CREATE VIEW v3 AS SELECT 5 AS x;
CREATE TEMP VIEW v1 AS SELECT x FROM v3;

SELECT * FROM v1;
----
5

DROP VIEW v3;

SELECT * FROM v1;
----
error ERROR: no such table: v3

-- SQLite has the view's columns from the statement before.
SELECT name FROM pragma_table_xinfo('v1');
----
'x'
---- here
error ERROR: no such table: v3
