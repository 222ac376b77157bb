-- Which unique index a conflict target means.
-- covers: INSERT

CREATE TABLE t(a, b, c);
CREATE UNIQUE INDEX i ON t(c COLLATE NOCASE, c);
CREATE UNIQUE INDEX j ON t(a, b);
CREATE UNIQUE INDEX k ON t(b COLLATE NOCASE);
INSERT INTO t VALUES(1, 'x', 1);

INSERT INTO t VALUES(1, 1, 1) ON CONFLICT(c) DO NOTHING;
----
error ERROR: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

INSERT INTO t VALUES(9, 9, 1) ON CONFLICT(c, c) DO NOTHING;

INSERT INTO t VALUES(1, 'x', 5) ON CONFLICT(b, a) DO NOTHING;

INSERT INTO t VALUES(1, 'x', 1) ON CONFLICT(a, b, a) DO NOTHING;
----
error ERROR: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

INSERT INTO t VALUES(1, 'x', 1) ON CONFLICT(a, a) DO NOTHING;
----
error ERROR: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

-- A target without a collation means an index with any.
INSERT INTO t VALUES(2, 'X', 2) ON CONFLICT(b) DO UPDATE SET a = 3;

INSERT INTO t VALUES(2, 'X', 2) ON CONFLICT(b COLLATE BINARY) DO NOTHING;
----
error ERROR: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

SELECT * FROM t;
----
3|'x'|1

-- Of several clauses the message names the one.
INSERT INTO t VALUES(1, 2, 3) ON CONFLICT(a) DO UPDATE SET a = 1 ON CONFLICT DO NOTHING;
----
error ERROR: 1st ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

INSERT INTO t VALUES(1, 2, 3) ON CONFLICT(b) DO UPDATE SET a = 1 ON CONFLICT(c) DO NOTHING;
----
error ERROR: 2nd ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
