-- RENAME changes the tables and columns that the second ON CONFLICT of a trigger's INSERT names; SQLite leaves the trigger behind as one that cannot run.

CREATE TABLE t(b UNIQUE, g UNIQUE);
CREATE TABLE u(b);
CREATE TRIGGER r INSERT ON u BEGIN INSERT INTO t VALUES(NULL, 1) ON CONFLICT(b) DO UPDATE SET g = t.b ON CONFLICT(g) DO UPDATE SET b = t.g; END;
ALTER TABLE t RENAME TO n;

-- SQLite leaves t.g, which is no more.
SELECT sql FROM sqlite_schema WHERE name = 'r';
----
'CREATE TRIGGER r INSERT ON u BEGIN INSERT INTO "n" VALUES(NULL, 1) ON CONFLICT(b) DO UPDATE SET g = "n".b ON CONFLICT(g) DO UPDATE SET b = t.g; END'
---- here
'CREATE TRIGGER r INSERT ON u BEGIN INSERT INTO "n" VALUES(NULL, 1) ON CONFLICT(b) DO UPDATE SET g = "n".b ON CONFLICT(g) DO UPDATE SET b = "n".g; END'
