-- REPLACE puts defaults in the place of NULL first, and then finds out which are NULL still.

CREATE TABLE t(a DEFAULT NULL, c, PRIMARY KEY(a, c)) WITHOUT ROWID;

REPLACE INTO t DEFAULT VALUES;
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: t.c

CREATE TABLE u(a NOT NULL DEFAULT (NULL), b NOT NULL DEFAULT 2, c NOT NULL, d AS (b + e) NOT NULL, e);

REPLACE INTO u(e) VALUES(1);
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: u.c

REPLACE INTO u(c) VALUES(1);
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: u.a

REPLACE INTO u(a, c) VALUES(1, 1);
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: u.d

REPLACE INTO u(a, c, e) VALUES(1, 1, 1);

INSERT OR IGNORE INTO u(e) VALUES(1);

SELECT * FROM u;
----
1|2|1|3|1

UPDATE OR REPLACE u SET a = NULL, b = NULL, e = NULL;
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: u.a

UPDATE OR REPLACE u SET b = NULL, e = NULL;
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: u.d

UPDATE OR REPLACE u SET b = NULL, c = NULL;
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: u.c

UPDATE OR REPLACE u SET b = NULL;

SELECT * FROM u;
----
1|2|1|3|1
