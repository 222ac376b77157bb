-- UPDATE.
-- covers: UPDATE

CREATE TABLE t(a INTEGER PRIMARY KEY, b UNIQUE, c INT, d AS (c * 2) STORED);
CREATE TABLE o(k, v);
INSERT INTO t VALUES(1, 'x', 10), (2, 'y', 20), (3, 'z', 30), (4, 'w', 40);
INSERT INTO o VALUES(1, 'one'), (2, 'two'), (2, 'zwei'), (9, 'nine');
UPDATE t SET c = c + 1 WHERE a < 3;
UPDATE t SET (b, c) = (b || '1', a) WHERE a = 4;
UPDATE t SET (b, c) = (SELECT v, k FROM o WHERE k = 1) WHERE a = 1;
SELECT * FROM t;
----
1|'one'|1|2
2|'y'|21|42
3|'z'|30|60
4|'w1'|4|8

UPDATE t SET c = o.k * 100 FROM o WHERE o.k = t.a AND o.v <> 'zwei' RETURNING a, c, d, b;
----
1|100|200|'one'
2|200|400|'y'

UPDATE t AS u SET b = s.n FROM (SELECT k, v || '?' AS n FROM o) s JOIN o USING (k) WHERE s.k = u.a AND u.a = 1;
SELECT b FROM t WHERE a = 1;
----
'one?'

UPDATE t SET c = 0 ORDER BY a DESC LIMIT 2 RETURNING a;
----
error ERROR: near "RETURNING": syntax error

UPDATE t SET c = 0 WHERE a > 2 RETURNING a ORDER BY a DESC LIMIT 1;
----
4

UPDATE t SET c = 5 ORDER BY a LIMIT 1 OFFSET 1;
SELECT a, c FROM t;
----
1|100
2|5
3|30
4|0

UPDATE OR IGNORE t SET b = 'z';
UPDATE OR REPLACE t SET a = 3 WHERE a = 2;
SELECT * FROM t;
----
1|'one?'|100|200
3|'y'|5|10
4|'w1'|0|0

UPDATE t SET a = a + 1;
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: t.a

UPDATE t SET a = -a;
UPDATE t SET b = b || a, b = 'twice' || a, c = NULL;
SELECT * FROM t;
----
-4|'twice-4'|NULL|NULL
-3|'twice-3'|NULL|NULL
-1|'twice-1'|NULL|NULL

UPDATE t SET b = 'same';
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.b

UPDATE t SET a = 'abc';
----
error MISMATCH: datatype mismatch

UPDATE t SET d = 1;
----
error ERROR: cannot UPDATE generated column "d"

UPDATE t SET nosuch = 1;
----
error ERROR: no such column: nosuch

UPDATE t SET b = nosuch;
----
error ERROR: no such column: nosuch

UPDATE nosuch SET a = 1;
----
error ERROR: no such table: nosuch

UPDATE t SET (a, b) = (1, 2, 3);
----
error ERROR: 2 columns assigned 3 values

UPDATE t SET (a, b) = 1;
----
error ERROR: 2 columns assigned 1 values

UPDATE t SET a = 1, WHERE 1;
----
error ERROR: near "WHERE": syntax error

UPDATE t SET b = 1 FROM t;
----
error ERROR: target object/alias may not appear in FROM clause: t

UPDATE t SET c = 1 WHERE 0 RETURNING *;

UPDATE OR FAIL t SET b = CASE WHEN a < -1 THEN a ELSE (SELECT min(b) FROM t) END;
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.b

WITH n(x) AS (VALUES(-1)) UPDATE t SET c = 7 WHERE a IN (SELECT x FROM n) RETURNING a, c;
----
-1|7

UPDATE t SET rowid = 100 WHERE rowid = -1;
SELECT a FROM t;
----
-4
-3
100

UPDATE t SET c = count(*);
----
error ERROR: misuse of aggregate function count()

-- bind: 'bound', 100
UPDATE t SET b = ? WHERE a = ?;
SELECT b FROM t WHERE a = 100;
----
'bound'

CREATE TABLE w(k TEXT, n INT, v, PRIMARY KEY(k, n)) WITHOUT ROWID;
INSERT INTO w VALUES('a', 1, 'p'), ('a', 2, 'q'), ('b', 1, 'r');
UPDATE w SET n = n + 1 WHERE k = 'a';
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: w.k, w.n

UPDATE w SET n = n + 10, v = v || '+' WHERE k = 'a';
SELECT * FROM w;
----
'a'|11|'p+'
'a'|12|'q+'
'b'|1|'r'

PRAGMA integrity_check;
----
'ok'
