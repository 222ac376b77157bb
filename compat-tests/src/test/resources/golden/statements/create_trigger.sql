-- CREATE TRIGGER.
-- covers: CREATE TRIGGER

CREATE TABLE t(a INTEGER PRIMARY KEY, b, c);
CREATE TABLE log(n INTEGER PRIMARY KEY, what);
CREATE TRIGGER bi BEFORE INSERT ON t BEGIN
  INSERT INTO log(what) VALUES('bi ' || coalesce(new.a, 'null') || new.b);
END;
CREATE TRIGGER ai AFTER INSERT ON t FOR EACH ROW WHEN new.b > 'b' BEGIN
  INSERT INTO log(what) VALUES('ai ' || new.a || new.b);
  UPDATE t SET c = 'set' WHERE a = new.a;
END;
CREATE TRIGGER bu BEFORE UPDATE OF b ON t BEGIN
  INSERT INTO log(what) SELECT 'bu ' || old.b || '>' || new.b;
END;
CREATE TRIGGER au AFTER UPDATE ON t BEGIN
  INSERT INTO log(what) VALUES('au ' || old.a || new.a);
END;
CREATE TRIGGER ad AFTER DELETE ON t BEGIN
  INSERT INTO log(what) VALUES('ad ' || old.a);
  SELECT raise(IGNORE) WHERE old.a = 2;
  INSERT INTO log(what) VALUES('ad again');
END;
INSERT INTO t(b) VALUES('a'), ('c');
UPDATE t SET b = b || '!' WHERE a = 1;
UPDATE t SET c = 1;
DELETE FROM t;
SELECT what FROM log ORDER BY n;
----
'bi -1a'
'bi -1c'
'ai 2c'
'au 22'
'bu a>a!'
'au 11'
'au 11'
'au 22'
'ad 1'
'ad again'
'ad 2'

-- Errors that a trigger raises.
CREATE TABLE r(x);
CREATE TRIGGER rt BEFORE INSERT ON r BEGIN
  SELECT CASE new.x WHEN 1 THEN raise(ABORT, 'abort it') WHEN 2 THEN raise(FAIL, 'fail it') WHEN 3 THEN raise(ROLLBACK, 'roll back') WHEN 4 THEN raise(IGNORE) END;
----
error ERROR: incomplete input

END;
----
error ERROR: cannot commit - no transaction is active

BEGIN;
INSERT INTO r VALUES(10), (1);

INSERT INTO r VALUES(11), (2), (12);

INSERT INTO r VALUES(13), (4), (14);
SELECT group_concat(x) FROM r;
----
'10,1,11,2,12,13,4,14'

INSERT INTO r VALUES(15), (3);

COMMIT;

SELECT count(*) FROM r;
----
10

-- On a view.
CREATE VIEW v AS SELECT a, b FROM t;
CREATE TRIGGER vi INSTEAD OF INSERT ON v BEGIN
  INSERT INTO t(a, b) VALUES(new.a * 10, new.b);
END;
CREATE TRIGGER vu INSTEAD OF UPDATE OF b ON v BEGIN
  UPDATE t SET b = new.b || '/' || old.b WHERE a = old.a;
END;
CREATE TRIGGER vd INSTEAD OF DELETE ON v BEGIN
  DELETE FROM t WHERE a = old.a;
END;
INSERT INTO v VALUES(1, 'p'), (2, 'q');
UPDATE v SET b = 'new' WHERE a = 10;
DELETE FROM v WHERE a = 20;
SELECT a, b FROM t;
----
10|'new/p'

INSERT INTO v(a) VALUES(7) RETURNING a, b;
----
7|NULL

CREATE TRIGGER IF NOT EXISTS bi AFTER DELETE ON t BEGIN
  SELECT 1;
END;
SELECT name, tbl_name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name;
----
'ad'|'t'
'ai'|'t'
'au'|'t'
'bi'|'t'
'bu'|'t'
'vd'|'v'
'vi'|'v'
'vu'|'v'

CREATE TRIGGER bi AFTER DELETE ON t BEGIN
  SELECT 1;
END;
----
error ERROR: trigger bi already exists

CREATE TRIGGER x AFTER DELETE ON nosuch BEGIN
  SELECT 1;
END;
----
error ERROR: no such table: main.nosuch

CREATE TRIGGER x INSTEAD OF DELETE ON t BEGIN
  SELECT 1;
END;
----
error ERROR: cannot create INSTEAD OF trigger on table: t

CREATE TRIGGER x BEFORE DELETE ON v BEGIN
  SELECT 1;
END;
----
error ERROR: cannot create BEFORE trigger on view: v

CREATE TRIGGER x AFTER DELETE ON sqlite_schema BEGIN
  SELECT 1;
END;
----
error ERROR: cannot create trigger on system table

CREATE TRIGGER x AFTER DELETE ON t BEGIN
END;
----
error ERROR: near "END": syntax error

CREATE TRIGGER x AFTER DELETE ON t BEGIN
  INSERT INTO main.t VALUES(1);
END;
----
error ERROR: qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers

CREATE TRIGGER x AFTER DELETE ON t BEGIN
  UPDATE t INDEXED BY i SET a = 1;
END;
----
error ERROR: the INDEXED BY clause is not allowed on UPDATE or DELETE statements within triggers

CREATE TRIGGER x AFTER INSERT ON t BEGIN
  SELECT old.a;
END;

CREATE TRIGGER y AFTER UPDATE OF nosuch ON t BEGIN
  SELECT 1;
END;
SELECT raise(ABORT, 'not here');
----
error ERROR: RAISE() may only be used within a trigger-program

-- Bodies are read only when they run.
CREATE TRIGGER z AFTER INSERT ON r BEGIN
  INSERT INTO nosuch VALUES(1);
END;
INSERT INTO r VALUES(100);
----
error ERROR: no such table: main.nosuch

CREATE TEMP TRIGGER tz AFTER INSERT ON main.log BEGIN
  UPDATE log SET what = what || ' temp' WHERE n = new.n;
END;
INSERT INTO log(n, what) VALUES(1000, 'x');
SELECT what FROM log WHERE n = 1000;
----
'x temp'
