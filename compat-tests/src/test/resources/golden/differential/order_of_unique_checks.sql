-- Which UNIQUE constraint is met first: those that are declared to replace are the last, whatever the statement says; clauses of ON CONFLICT with a target come first, one after the other; the rowid comes before all, behind such clauses or where its own is, and last if it alone is to replace.

CREATE TABLE t(a UNIQUE ON CONFLICT REPLACE, b UNIQUE, c UNIQUE ON CONFLICT REPLACE, d UNIQUE);

INSERT INTO t VALUES(1, 1, 1, 1), (2, 2, 2, 2), (3, 3, 3, 3);

INSERT OR ABORT INTO t VALUES(1, 2, 3, 4);
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.b

INSERT OR ABORT INTO t VALUES(1, 7, 2, 1);
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.d

INSERT OR FAIL INTO t VALUES(5, 5, 2, 3);
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.d

INSERT INTO t VALUES(1, 2, 3, 9) ON CONFLICT DO UPDATE SET d = 100 + d RETURNING *;
----
2|2|2|102

INSERT INTO t VALUES(1, 2, 3, 9) ON CONFLICT(c) DO UPDATE SET d = 200 + d RETURNING *;
----
3|3|3|203

INSERT INTO t VALUES(1, 9, 3, 9) ON CONFLICT(d) DO NOTHING ON CONFLICT(c) DO UPDATE SET d = 300 + d RETURNING *;
----
3|3|3|503

INSERT INTO t VALUES(1, 2, 3, 9) ON CONFLICT(a) DO UPDATE SET d = 400 + d ON CONFLICT DO UPDATE SET d = 500 + d RETURNING *;
----
1|1|1|401

INSERT INTO t VALUES(9, 2, 3, 9) ON CONFLICT(a) DO UPDATE SET d = 400 + d ON CONFLICT DO UPDATE SET d = 500 + d RETURNING *;
----
2|2|2|602

INSERT OR IGNORE INTO t VALUES(9, 2, 3, 9) ON CONFLICT(c) DO UPDATE SET d = 600 + d RETURNING *;
----
3|3|3|1103

SELECT * FROM t;
----
1|1|1|401
2|2|2|602
3|3|3|1103

CREATE TABLE k(a INTEGER PRIMARY KEY ON CONFLICT REPLACE, b UNIQUE, c UNIQUE ON CONFLICT REPLACE);

INSERT INTO k VALUES(1, 1, 1), (2, 2, 2), (3, 3, 3);

INSERT INTO k VALUES(1, 2, 3) ON CONFLICT DO UPDATE SET a = 100 + a RETURNING *;
----
101|1|1

INSERT INTO k VALUES(1, 2, 3) ON CONFLICT(a) DO UPDATE SET a = 100 + a RETURNING *;
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: k.b

INSERT INTO k VALUES(2, 2, 3) ON CONFLICT(c) DO UPDATE SET a = 100 + a RETURNING *;
----
103|3|3

INSERT INTO k VALUES(2, 2, 3) ON CONFLICT(b) DO UPDATE SET a = 200 + a ON CONFLICT(a) DO UPDATE SET a = 300 + a RETURNING *;
----
202|2|2

INSERT INTO k VALUES(202, 9, 103) ON CONFLICT(b) DO UPDATE SET a = 200 + a ON CONFLICT(a) DO UPDATE SET a = 300 + a RETURNING *;
----
502|2|2

INSERT OR ABORT INTO k VALUES(101, 3, 4);
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: k.a

INSERT OR FAIL INTO k VALUES(101, 9, 1);
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: k.a

INSERT INTO k VALUES(101, 3, 4);
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: k.b

SELECT * FROM k;
----
101|1|1
103|3|3
502|2|2

-- The order in which rows are replaced.
PRAGMA recursive_triggers = 1;

CREATE TABLE l(x);

CREATE TRIGGER kr AFTER DELETE ON k BEGIN INSERT INTO l VALUES(old.a); END;

DELETE FROM k;

DELETE FROM l;

INSERT INTO k VALUES(1, 1, 1), (2, 2, 2), (3, 3, 3);

INSERT INTO k VALUES(1, 9, 3);

SELECT x FROM l;
----
3
1

REPLACE INTO k VALUES(1, 2, 8);

SELECT x FROM l;
----
3
1
1
2

-- STRICT: the type is checked before the first index.
CREATE TABLE s(a INTEGER PRIMARY KEY ON CONFLICT REPLACE, b REAL) STRICT;

CREATE INDEX si ON s(NULL);

INSERT INTO s VALUES(8, 1), (13, 2.5);

INSERT INTO s VALUES(13, x'00') ON CONFLICT DO UPDATE SET a = 8;
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: s.a

INSERT INTO s VALUES(13, x'00');
----
error CONSTRAINT_DATATYPE: cannot store BLOB value in REAL column s.b
