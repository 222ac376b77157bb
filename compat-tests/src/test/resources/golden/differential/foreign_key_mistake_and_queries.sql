-- What an UPDATE lacks in its query behind FROM, or any change in RETURNING, is told after a mistake in the foreign keys that it concerns.

PRAGMA foreign_keys = 1;
CREATE TABLE t2(a, b, c, PRIMARY KEY(a, b));
CREATE TABLE t8(b REFERENCES t2);
CREATE TABLE p(x PRIMARY KEY, y);
CREATE TABLE k(q REFERENCES p(y), z);
CREATE TABLE m(q REFERENCES gone, z);
CREATE TABLE i(id INTEGER PRIMARY KEY, g AS (id + 1));
CREATE TABLE ii(a REFERENCES i, b REFERENCES i(g));

UPDATE t2 SET a = NULL FROM (SELECT nosuch);
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

UPDATE t2 SET c = NULL FROM (SELECT nosuch);
----
error ERROR: no such column: nosuch

UPDATE t2 SET a = NULL FROM (SELECT 1 UNION SELECT 2, 3);
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

UPDATE t2 SET a = nosuch FROM (SELECT 1);
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

UPDATE t2 SET a = nosuch;
----
error ERROR: no such column: nosuch

UPDATE t2 SET a = 1 FROM nosuch;
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

UPDATE t2 SET a = 1 FROM (SELECT 1) WHERE nosuch;
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

UPDATE t2 SET a = 1 FROM (SELECT 1) ORDER BY nosuch;
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

UPDATE t2 SET c = 1 FROM (SELECT 1) ORDER BY nosuch;
----
error ERROR: ORDER BY without LIMIT on UPDATE

UPDATE t2 SET a = 1 FROM (SELECT 1), t2;
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

UPDATE t2 SET (a, b) = (SELECT 1) FROM (SELECT 1);
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

UPDATE t2 SET (a, b) = (SELECT 1, 2 HAVING 1) FROM (SELECT 3);
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

WITH w(a) AS (SELECT 1, 2) UPDATE t2 SET a = 1 FROM w;
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

UPDATE k SET q = nosuch FROM (SELECT 1);
----
error ERROR: foreign key mismatch - "k" referencing "p"

UPDATE k SET z = nosuch FROM (SELECT 1);
----
error ERROR: no such column: nosuch

UPDATE m SET q = nosuch FROM (SELECT 1);
----
error ERROR: no such table: main.gone

UPDATE p SET y = 1 FROM (SELECT nosuch);
----
error ERROR: foreign key mismatch - "k" referencing "p"

UPDATE p SET x = 1 FROM (SELECT nosuch);
----
error ERROR: no such column: nosuch

UPDATE i SET id = 1 FROM (SELECT nosuch);
----
error ERROR: foreign key mismatch - "ii" referencing "i"

UPDATE i SET rowid = nosuch FROM (SELECT 1);
----
error ERROR: foreign key mismatch - "ii" referencing "i"

UPDATE i SET rowid = nosuch;
----
error ERROR: no such column: nosuch

CREATE VIEW v AS SELECT 1 AS x;
CREATE TRIGGER r INSTEAD OF UPDATE ON v BEGIN SELECT 1; END;

-- The columns that are set come before both.
UPDATE t2 SET nosuch = 1 FROM (SELECT unknown);
----
error ERROR: no such column: nosuch

UPDATE t2 SET (a, b) = (1, 2, 3) FROM (SELECT unknown);
----
error ERROR: 2 columns assigned 3 values

UPDATE t2 SET (a, b) = 5 FROM (SELECT unknown);
----
error ERROR: 2 columns assigned 1 values

UPDATE i SET g = 1 FROM (SELECT unknown);
----
error ERROR: cannot UPDATE generated column "g"

UPDATE v SET nosuch = 1 FROM (SELECT unknown);
----
error ERROR: no such column: nosuch

UPDATE t2 INDEXED BY gone SET a = 1 FROM (SELECT unknown);
----
error ERROR: no such index: gone

-- RETURNING.
UPDATE t2 SET a = 1 RETURNING nosuch;
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

UPDATE t2 SET a = 1 FROM (SELECT 1) RETURNING nosuch;
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

UPDATE t2 SET c = 1 RETURNING nosuch;
----
error ERROR: no such column: nosuch

UPDATE t2 SET a = 1 RETURNING t2.*;
----
error ERROR: RETURNING may not use "TABLE.*" wildcards

DELETE FROM t2 RETURNING nosuch;
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

DELETE FROM m RETURNING nosuch;
----
error ERROR: no such table: main.gone

INSERT INTO t8 VALUES(1) RETURNING nosuch;
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

INSERT INTO t8 VALUES(unknown) RETURNING nosuch;
----
error ERROR: no such column: unknown

INSERT INTO t2 VALUES(1, 2, 3) RETURNING nosuch;
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

REPLACE INTO t2 VALUES(1, 2, 3) RETURNING nosuch;
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

INSERT INTO m VALUES(1, 2) RETURNING nosuch;
----
error ERROR: no such table: main.gone

INSERT INTO t2 VALUES(1, 2, 3) ON CONFLICT DO UPDATE SET a = 1 RETURNING nosuch;
----
error ERROR: foreign key mismatch - "t8" referencing "t2"

UPDATE t2 SET c = 1 FROM (SELECT unknown) RETURNING t2.*;
----
error ERROR: RETURNING may not use "TABLE.*" wildcards

UPDATE t2 SET a = 1 FROM (SELECT unknown) RETURNING t2.*;
----
error ERROR: RETURNING may not use "TABLE.*" wildcards

UPDATE t2 SET nosuch = 1 FROM (SELECT unknown) RETURNING t2.*;
----
error ERROR: no such column: nosuch

DELETE FROM t2 RETURNING nosuch, t2.*;
----
error ERROR: RETURNING may not use "TABLE.*" wildcards

-- OR REPLACE concerns all keys if rows may be in the way.
CREATE TABLE t3(b, d, PRIMARY KEY(d));
CREATE TABLE t4(b REFERENCES t3(c));

UPDATE OR REPLACE t3 SET (d, b) = (NULL, 'b') FROM (SELECT nosuch);
----
error ERROR: foreign key mismatch - "t4" referencing "t3"

UPDATE OR REPLACE t3 SET b = 1 FROM (SELECT nosuch);
----
error ERROR: no such column: nosuch

UPDATE t3 SET d = 1 FROM (SELECT nosuch);
----
error ERROR: no such column: nosuch

UPDATE OR REPLACE t3 SET d = 1 RETURNING nosuch;
----
error ERROR: foreign key mismatch - "t4" referencing "t3"

UPDATE OR REPLACE t3 SET b = 1 RETURNING nosuch;
----
error ERROR: no such column: nosuch

INSERT INTO t3 VALUES(1, 2) RETURNING nosuch;
----
error ERROR: foreign key mismatch - "t4" referencing "t3"
