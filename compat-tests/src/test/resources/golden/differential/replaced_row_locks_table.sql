-- Triggers of a row that UPDATE OR REPLACE deletes must not write to the table.

PRAGMA recursive_triggers = 1;
CREATE TABLE t(a PRIMARY KEY, b, c INTEGER UNIQUE ON CONFLICT REPLACE);
CREATE TABLE log(x);
INSERT INTO t VALUES(6, 1, 60), (7, 2, 70), (8, 3, 80);
CREATE TRIGGER r AFTER DELETE ON t BEGIN
  INSERT INTO log VALUES(old.a);
  UPDATE t SET b = 9 WHERE a = -old.b;
END;

-- An UPDATE that finds nothing writes nothing.
UPDATE t SET c = 60 WHERE a = 7;

SELECT * FROM t;
----
7|2|60
8|3|80

SELECT x FROM log;
----
6

UPDATE OR REPLACE t SET a = 8 WHERE a = 7;

UPDATE t SET a = -4 WHERE a = 8;

INSERT INTO t VALUES(9, 4, 90);

UPDATE OR REPLACE t SET c = 90 WHERE b = 2;
----
error CONSTRAINT_PINNED: constraint failed

UPDATE OR FAIL t SET c = 90 WHERE b = 2;
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.c

SELECT a, b, c FROM t;
----
-4|2|60
9|4|90

SELECT x FROM log;
----
6
8

-- RAISE(IGNORE) ends the trigger, and what it did stays.
CREATE TRIGGER s BEFORE DELETE ON t WHEN old.a = 9 BEGIN SELECT raise(IGNORE); END;

UPDATE OR REPLACE t SET c = 90 WHERE b = 2;
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.c

INSERT OR REPLACE INTO t VALUES(10, 5, 90);
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.c

SELECT a, b, c FROM t;
----
-4|2|60
9|4|90

-- By the rowid, and by INSERT, all is allowed.
CREATE TABLE u(a INTEGER PRIMARY KEY, b UNIQUE);
INSERT INTO u VALUES(1, 1), (2, 2), (3, 3);
CREATE TRIGGER v AFTER DELETE ON u BEGIN UPDATE u SET b = b + 10; END;

UPDATE OR REPLACE u SET a = 2 WHERE a = 1;

INSERT OR REPLACE INTO u VALUES(5, 13);

SELECT * FROM u;
----
2|11
5|13

UPDATE OR REPLACE u SET b = 11 WHERE a = 3;

SELECT * FROM u;
----
2|11
5|13

-- Triggers within triggers.
CREATE TABLE w(a PRIMARY KEY, b UNIQUE) WITHOUT ROWID;
CREATE TABLE x(a PRIMARY KEY, b UNIQUE) WITHOUT ROWID;
INSERT INTO w VALUES(1, 1), (2, 2), (3, 3);
INSERT INTO x VALUES(1, 1), (2, 2), (3, 3);
CREATE TRIGGER w1 AFTER DELETE ON w BEGIN UPDATE OR REPLACE x SET b = old.b + 1 WHERE b = old.b; END;
CREATE TRIGGER x1 AFTER DELETE ON x BEGIN INSERT INTO log SELECT count(*) FROM w; UPDATE w SET b = 50 WHERE a = old.a; END;

UPDATE OR REPLACE w SET b = 2 WHERE a = 1;
----
error CONSTRAINT_PINNED: constraint failed

UPDATE OR REPLACE w SET b = 3 WHERE a = 1;

SELECT * FROM w;
----
1|3
2|2

SELECT * FROM x;
----
1|1
2|2
3|4

DROP TRIGGER x1;

UPDATE OR REPLACE w SET b = 2 WHERE a = 1;

SELECT * FROM w;
----
1|2

SELECT * FROM x;
----
1|1
2|3
3|4
