-- SQLite does not check the foreign key of a row that a trigger or the rest of the statement stores, after a change of the parent for which it has compiled ON DELETE SET NULL: the row stays without a parent, as its own check says.

PRAGMA foreign_keys = 1;

CREATE TABLE t2(a PRIMARY KEY, c);

CREATE TABLE t4(b, c REFERENCES t2 ON DELETE SET NULL);

CREATE TABLE u(a);

CREATE TRIGGER r INSERT ON u BEGIN DELETE FROM t2; INSERT INTO t4 VALUES(7, 5); END;

-- Here it is a violation.
INSERT INTO u VALUES(1);
----
---- here
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

-- So there is none to find.
PRAGMA foreign_key_check;
----
't4'|1|'t2'|0
---- here

-- Inside a transaction SQLite does not undo a statement that fails although ON DELETE CASCADE was to mend everything: it does not find a text that only the parent's affinity makes equal.
CREATE TABLE p(c REAL UNIQUE);

CREATE TABLE k(c REFERENCES p(c) ON DELETE CASCADE);

INSERT INTO p VALUES(1), (2);

INSERT INTO k VALUES('1');

DELETE FROM p;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

SELECT * FROM p;
----
1.0
2.0

BEGIN;

DELETE FROM p;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

-- Here the statement is undone.
SELECT * FROM p;
----
---- here
1.0
2.0

ROLLBACK;
