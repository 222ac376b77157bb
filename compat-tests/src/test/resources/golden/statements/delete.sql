-- DELETE.
-- covers: DELETE

CREATE TABLE t(a INTEGER PRIMARY KEY, b);
CREATE INDEX tb ON t(b);
INSERT INTO t VALUES(1, 'x'), (2, 'y'), (3, 'x'), (4, 'z'), (5, NULL), (6, 'y');
DELETE FROM t WHERE b = 'x' RETURNING a, b;
----
1|'x'
3|'x'

DELETE FROM t ORDER BY a DESC LIMIT 1 RETURNING *;
----
error ERROR: near "RETURNING": syntax error

DELETE FROM t WHERE b > 'x' LIMIT 1 OFFSET 1;
SELECT * FROM t;
----
2|'y'
4|'z'
5|NULL

DELETE FROM t AS u WHERE u.a IN (SELECT max(a) FROM t);
SELECT * FROM t;
----
2|'y'
4|'z'

WITH w AS (SELECT 2 AS x) DELETE FROM t WHERE a = (SELECT x FROM w);
SELECT count(*), changes() FROM t;
----
1|1

INSERT INTO t SELECT key, value FROM json_each('[1,2,3,4,5]');
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: t.a

DELETE FROM t WHERE a % 2 AND EXISTS (SELECT 1 FROM t u WHERE u.a = t.a + 1);
SELECT group_concat(a) FROM t;
----
'4'

DELETE FROM t;
SELECT changes();
----
1

DELETE FROM t WHERE nosuch;
----
error ERROR: no such column: nosuch

DELETE FROM nosuch;
----
error ERROR: no such table: nosuch

DELETE t;
----
error ERROR: near "t": syntax error

DELETE FROM sqlite_schema;
----
error ERROR: table sqlite_master may not be modified

DELETE FROM t WHERE a = 1 ORDER BY a;
----
error ERROR: ORDER BY without LIMIT on DELETE

DELETE FROM t RETURNING count(*);
----
error ERROR: misuse of aggregate function count()

DELETE FROM t, o;
----
error ERROR: near ",": syntax error

CREATE VIEW v AS SELECT * FROM t;
DELETE FROM v;
----
error ERROR: cannot modify v because it is a view

PRAGMA integrity_check;
----
'ok'
