-- RENAME COLUMN of an INTEGER PRIMARY KEY: views and triggers that name it follow.
-- covers: ALTER TABLE

CREATE TABLE t(a INTEGER PRIMARY KEY, b);
CREATE VIEW v1 AS SELECT a, rowid FROM t WHERE a > 1 AND a;
CREATE VIEW v2 AS SELECT b FROM t GROUP BY a ORDER BY t.a;
CREATE TRIGGER r UPDATE ON t WHEN (SELECT NULL FROM t AS x GROUP BY x.a) BEGIN SELECT new.a, old.rowid; END;
ALTER TABLE t RENAME a TO "new name";
SELECT sql FROM sqlite_schema;
----
'CREATE TABLE t("new name" INTEGER PRIMARY KEY, b)'
'CREATE VIEW v1 AS SELECT "new name", "new name" FROM t WHERE "new name" > 1 AND "new name"'
'CREATE VIEW v2 AS SELECT b FROM t GROUP BY "new name" ORDER BY t."new name"'
'CREATE TRIGGER r UPDATE ON t WHEN (SELECT NULL FROM t AS x GROUP BY x."new name") BEGIN SELECT new."new name", old."new name"; END'
