-- What is wrong with the foreign keys of a table is told rather than what is wrong with a trigger that runs before the UPDATE of ON CONFLICT, or before that of an UPDATE that may replace.

PRAGMA foreign_keys = 1;

CREATE TABLE t2(a REFERENCES t2, b, c, d, PRIMARY KEY(a, b));

CREATE TRIGGER r BEFORE UPDATE ON t2 BEGIN INSERT INTO t2 VALUES(NULL); END;

INSERT INTO t2 VALUES('e', 'hello', 'b0', NULL) ON CONFLICT DO UPDATE SET c = 12;
----
error ERROR: foreign key mismatch - "t2" referencing "t2"

CREATE TABLE t5(a PRIMARY KEY, b REFERENCES t4);

CREATE TRIGGER r4 UPDATE ON t5 BEGIN INSERT INTO t2 VALUES(20); END;

UPDATE OR REPLACE t5 SET a = 1;
----
error ERROR: no such table: main.t4

UPDATE OR REPLACE t5 SET b = 1;
----
error ERROR: no such table: main.t4

UPDATE t5 SET a = 1;
----
error ERROR: table t2 has 4 columns but 1 values were supplied

CREATE TEMP TABLE x(b UNIQUE REFERENCES y, c REFERENCES z);

UPDATE OR REPLACE x SET b = 8;
----
error ERROR: no such table: temp.y

UPDATE OR REPLACE x SET c = 8;
----
error ERROR: no such table: temp.z

INSERT INTO x VALUES(1, 2) ON CONFLICT DO UPDATE SET b = 5;
----
error ERROR: no such table: temp.z

REPLACE INTO x VALUES(1, 2);
----
error ERROR: no such table: temp.z
