-- changes(), total_changes(), last_insert_rowid(): what the connection has done.
-- covers: changes total_changes last_insert_rowid

SELECT changes(), total_changes(), last_insert_rowid();
----
0|0|0

CREATE TABLE t(a INTEGER PRIMARY KEY, b);
INSERT INTO t(b) VALUES('x'), ('y'), ('z');
SELECT changes(), total_changes(), last_insert_rowid();
----
3|3|3

UPDATE t SET b = b || '!' WHERE a > 1;
SELECT changes(), total_changes(), last_insert_rowid();
----
2|5|3

DELETE FROM t WHERE a = 99;
SELECT changes(), total_changes();
----
0|5

-- Triggers count in the total only.
CREATE TABLE log(x);
CREATE TRIGGER tr AFTER INSERT ON t BEGIN
  INSERT INTO log VALUES(changes()), (last_insert_rowid());
END;
INSERT INTO t VALUES(10, 'ten');
SELECT changes(), total_changes(), last_insert_rowid(), (SELECT group_concat(x) FROM log);
----
1|8|10|'0,1'

REPLACE INTO t VALUES(10, 'TEN');
SELECT changes(), total_changes();
----
1|11

INSERT OR IGNORE INTO t VALUES(10, 'no');
SELECT changes(), total_changes(), last_insert_rowid();
----
0|11|10

DELETE FROM t;
SELECT changes(), total_changes();
----
4|15

INSERT INTO t VALUES(-5, 'minus');
SELECT last_insert_rowid();
----
-5

-- Not for WITHOUT ROWID tables.
CREATE TABLE w(k PRIMARY KEY) WITHOUT ROWID;
INSERT INTO w VALUES(77);
SELECT changes(), last_insert_rowid();
----
1|-5

CREATE TABLE n(a UNIQUE);
INSERT INTO n VALUES(1);
INSERT INTO n VALUES(2), (1);
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: n.a

SELECT changes(), last_insert_rowid();
----
0|2

BEGIN;
INSERT INTO n VALUES(9);
ROLLBACK;
SELECT changes(), last_insert_rowid();
----
1|2

SELECT changes(1);
----
error ERROR: wrong number of arguments to function changes()

SELECT total_changes(1);
----
error ERROR: wrong number of arguments to function total_changes()

SELECT last_insert_rowid(1);
----
error ERROR: wrong number of arguments to function last_insert_rowid()
