-- Several triggers, or a trigger and RETURNING, with a mistake in each: which is told.

CREATE TABLE t(a, b);
CREATE TABLE one(a);
CREATE TRIGGER t1 BEFORE UPDATE ON t BEGIN SELECT * FROM missing1; END;
CREATE TRIGGER t2 AFTER UPDATE ON t BEGIN SELECT * FROM missing2; END;
CREATE TRIGGER t3 BEFORE DELETE ON t BEGIN SELECT * FROM missing3; END;
CREATE TRIGGER t4 AFTER DELETE ON t BEGIN SELECT * FROM missing4; END;
CREATE TRIGGER t5 BEFORE INSERT ON t BEGIN SELECT * FROM missing5; END;
CREATE TRIGGER t6 AFTER INSERT ON t BEGIN SELECT * FROM missing6; END;

UPDATE t SET a = 1;
----
error ERROR: no such table: main.missing2

UPDATE t SET a = 1 RETURNING nosuch;
----
error ERROR: no such table: main.missing2

UPDATE t SET a = 1 RETURNING t.*;
----
error ERROR: RETURNING may not use "TABLE.*" wildcards

DELETE FROM t;
----
error ERROR: no such table: main.missing4

DELETE FROM t WHERE a RETURNING nosuch;
----
error ERROR: no such table: main.missing4

INSERT INTO t VALUES(1, 2);
----
error ERROR: no such table: main.missing5

INSERT INTO t VALUES(1, 2) RETURNING nosuch;
----
error ERROR: no such table: main.missing5

-- Those after a row is stored stand behind RETURNING, unless they are temporary.
DROP TRIGGER t5;

INSERT INTO t VALUES(1, 2) RETURNING nosuch;
----
error ERROR: no such column: nosuch

INSERT INTO t VALUES(1, 2);
----
error ERROR: no such table: main.missing6

CREATE TEMP TRIGGER t7 AFTER INSERT ON main.t BEGIN SELECT * FROM missing7; END;

INSERT INTO t VALUES(1, 2) RETURNING nosuch;
----
error ERROR: no such table: missing7

DROP TRIGGER t7;
DROP TRIGGER t6;
CREATE TEMP TRIGGER t8 AFTER UPDATE ON main.t BEGIN SELECT * FROM missing8; END;

UPDATE t SET a = 1 RETURNING nosuch;
----
error ERROR: no such table: missing8

-- ON CONFLICT.
INSERT INTO t VALUES(1, 2) ON CONFLICT(a) DO NOTHING RETURNING nosuch;
----
error ERROR: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

CREATE UNIQUE INDEX i ON t(a);

INSERT INTO t VALUES(1, 2) ON CONFLICT(a) DO UPDATE SET b = 1 RETURNING nosuch;
----
error ERROR: no such table: missing8

INSERT INTO t VALUES(1, 2) ON CONFLICT(a) DO NOTHING RETURNING nosuch;
----
error ERROR: no such column: nosuch

-- Views.
CREATE VIEW v AS SELECT a FROM one;
CREATE TRIGGER v1 INSTEAD OF UPDATE ON v BEGIN SELECT * FROM missing1; END;
CREATE TRIGGER v2 INSTEAD OF UPDATE ON v BEGIN SELECT * FROM missing2; END;
CREATE TRIGGER v3 INSTEAD OF INSERT ON v BEGIN SELECT * FROM missing3; END;
CREATE TRIGGER v4 INSTEAD OF DELETE ON v BEGIN SELECT * FROM missing4; END;

UPDATE v SET a = 1;
----
error ERROR: no such table: main.missing2

UPDATE v SET a = 1 RETURNING nosuch;
----
error ERROR: no such table: main.missing2

UPDATE v SET a = nosuch;
----
error ERROR: no such column: nosuch

INSERT INTO v VALUES(1) RETURNING nosuch;
----
error ERROR: no such table: main.missing3

DELETE FROM v RETURNING nosuch;
----
error ERROR: no such table: main.missing4

-- Foreign keys.
CREATE TABLE p(a, b);
CREATE TABLE c(a REFERENCES p(a));
PRAGMA foreign_keys = 1;
CREATE TRIGGER p1 BEFORE DELETE ON p BEGIN SELECT * FROM missing1; END;
CREATE TRIGGER p2 AFTER UPDATE ON p BEGIN SELECT * FROM missing2; END;
CREATE TRIGGER c1 AFTER UPDATE ON c BEGIN SELECT * FROM missing3; END;

DELETE FROM p RETURNING nosuch;
----
error ERROR: foreign key mismatch - "c" referencing "p"

UPDATE p SET a = 1 RETURNING nosuch;
----
error ERROR: foreign key mismatch - "c" referencing "p"

UPDATE p SET b = 1 RETURNING nosuch;
----
error ERROR: no such table: main.missing2

UPDATE c SET a = 1 RETURNING nosuch;
----
error ERROR: foreign key mismatch - "c" referencing "p"

DELETE FROM c RETURNING nosuch;
----
error ERROR: foreign key mismatch - "c" referencing "p"

INSERT INTO c VALUES(1) RETURNING nosuch;
----
error ERROR: foreign key mismatch - "c" referencing "p"

REPLACE INTO c VALUES(1) RETURNING nosuch;
----
error ERROR: foreign key mismatch - "c" referencing "p"
