-- INSERT ... ON CONFLICT.
-- covers: INSERT

CREATE TABLE t(a INTEGER PRIMARY KEY, b UNIQUE, c DEFAULT 0, UNIQUE(b, c));
CREATE UNIQUE INDEX tp ON t(c) WHERE c > 100;
INSERT INTO t VALUES(1, 'x', 10), (2, 'y', 20), (3, 'z', 300);
INSERT INTO t VALUES(1, 'q', 1) ON CONFLICT DO NOTHING;
INSERT INTO t VALUES(1, 'q', 1) ON CONFLICT(a) DO UPDATE SET c = excluded.c + t.c, b = b || '!';
INSERT INTO t(b) VALUES('y') ON CONFLICT(b) DO UPDATE SET c = c + 1 WHERE c < 5;
INSERT INTO t(b) VALUES('y') ON CONFLICT(b) DO UPDATE SET c = c + 1 WHERE c >= 5 RETURNING *;
----
2|'y'|21

INSERT INTO t VALUES(9, 'n', 300) ON CONFLICT(c) WHERE c > 100 DO UPDATE SET b = 'partial';
INSERT INTO t VALUES(2, 'x!', 5) ON CONFLICT(b) DO UPDATE SET c = -1 ON CONFLICT(a) DO UPDATE SET c = -2 ON CONFLICT DO NOTHING;
INSERT INTO t VALUES(50, 'new', 1), (50, 'again', 2) ON CONFLICT(a) DO UPDATE SET (b, c) = (excluded.b, excluded.c);
SELECT * FROM t;
----
1|'x!'|-1
2|'y'|21
3|'partial'|300
50|'again'|2

INSERT INTO t SELECT 1, 'w', 1 WHERE true ON CONFLICT DO UPDATE SET a = 77;
SELECT * FROM t WHERE a = 77;
----
77|'x!'|-1

-- Another constraint fails.
INSERT INTO t VALUES(60, 'y', 5) ON CONFLICT(a) DO NOTHING;
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.b

INSERT INTO t VALUES(2, 'k', 1) ON CONFLICT(a) DO UPDATE SET b = 'z';

INSERT INTO t VALUES(2, 'k', 1) ON CONFLICT(c) DO NOTHING;
----
error ERROR: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

INSERT INTO t VALUES(2, 'k', 1) ON CONFLICT(nosuch) DO NOTHING;
----
error ERROR: no such column: nosuch

INSERT INTO t VALUES(2, 'k', 1) ON CONFLICT(a) DO UPDATE SET nosuch = 1;
----
error ERROR: no such column: nosuch

INSERT INTO t VALUES(2, 'k', 1) ON CONFLICT(a) DO UPDATE SET b = excluded.nosuch;
----
error ERROR: no such column: excluded.nosuch

INSERT INTO t VALUES(2, 'k', 1) ON CONFLICT DO UPDATE SET b = 1 ON CONFLICT(a) DO NOTHING;
----
error ERROR: near "ON": syntax error

INSERT INTO t VALUES(2, 'k', 1) ON CONFLICT(a) DO;
----
error ERROR: near ";": syntax error

CREATE VIEW v AS SELECT * FROM t;
INSERT INTO v VALUES(1, 2, 3) ON CONFLICT DO NOTHING;
----
error ERROR: cannot modify v because it is a view

PRAGMA integrity_check;
----
'ok'
