-- Which of several mistakes in foreign keys is told, and what foreign keys do to counters.

PRAGMA foreign_keys = 1;
CREATE TABLE p(a, b);
CREATE TABLE c1(x REFERENCES p(a) ON DELETE CASCADE);
CREATE TABLE c2(x REFERENCES p(b) ON UPDATE SET NULL);
CREATE TABLE c3(x REFERENCES p);
INSERT INTO p VALUES(1, 2);

UPDATE p SET a = 1;
----
error ERROR: foreign key mismatch - "c1" referencing "p"

UPDATE p SET b = 1;
----
error ERROR: foreign key mismatch - "c2" referencing "p"

UPDATE p SET a = 1, b = 2;
----
error ERROR: foreign key mismatch - "c2" referencing "p"

DELETE FROM p;
----
error ERROR: foreign key mismatch - "c1" referencing "p"

CREATE TABLE q(a, b, c REFERENCES q(a), d REFERENCES nosuch);
CREATE TABLE d1(x REFERENCES q(a) ON DELETE CASCADE);
CREATE TABLE d2(x REFERENCES q(b) ON UPDATE SET NULL);

INSERT INTO q VALUES(1, 2, 3, 4);
----
error ERROR: no such table: main.nosuch

UPDATE q SET a = 1;
----
error ERROR: foreign key mismatch - "q" referencing "q"

UPDATE q SET b = 1;
----
error ERROR: foreign key mismatch - "d2" referencing "q"

UPDATE q SET c = 1;
----
error ERROR: foreign key mismatch - "q" referencing "q"

UPDATE q SET d = 1;
----
error ERROR: no such table: main.nosuch

DELETE FROM q;
----
error ERROR: foreign key mismatch - "d1" referencing "q"

-- An UPDATE that concerns one key finds the mistake in another, an UPDATE by ON CONFLICT as well.
CREATE TABLE z(k PRIMARY KEY, b);
CREATE TABLE w(x REFERENCES z);
CREATE TABLE ww(x REFERENCES z(b));

UPDATE z SET k = 1;
----
error ERROR: foreign key mismatch - "ww" referencing "z"

INSERT INTO z VALUES(1, 2);

INSERT INTO z VALUES(1, 2) ON CONFLICT DO UPDATE SET k = 1;
----
error ERROR: foreign key mismatch - "ww" referencing "z"

-- Targets of ON CONFLICT are looked at first.
CREATE TRIGGER r BEFORE INSERT ON z BEGIN UPDATE z SET k = 1; END;

INSERT INTO z VALUES(1, 2) ON CONFLICT(b) DO NOTHING;
----
error ERROR: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

-- A table that no key matches can be dropped, even if something is to be done with its children.
CREATE TABLE t1(a, e, PRIMARY KEY(e, a));
CREATE TABLE t2(b REFERENCES t1 ON DELETE CASCADE, c REFERENCES t1 ON DELETE RESTRICT);
INSERT INTO t1 VALUES(1, 2);
DROP TABLE t1;
DROP TABLE t2;

-- The rowid of a row that was taken back is told if more than that row could have been written.
CREATE TABLE t5(a PRIMARY KEY);
CREATE TABLE t8(a PRIMARY KEY, b REFERENCES t5);
INSERT INTO t8 VALUES('x', NULL);

INSERT INTO t8 VALUES('y', 9) ON CONFLICT DO NOTHING;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

SELECT last_insert_rowid(), changes(), total_changes();
----
1|0|5

INSERT INTO t8 VALUES('y', 9) ON CONFLICT(a) DO UPDATE SET b = 7;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

SELECT last_insert_rowid(), changes(), total_changes();
----
2|0|5

-- Switching defer_foreign_keys off forgets all violations that were counted while it was on.
BEGIN;
PRAGMA defer_foreign_keys = on;
INSERT INTO t8 VALUES('z', 9);
PRAGMA defer_foreign_keys = off;
COMMIT;

SELECT * FROM t8;
----
'x'|NULL
'z'|9

BEGIN;
PRAGMA defer_foreign_keys = on;
INSERT INTO t8 VALUES('zz', 8);
PRAGMA defer_foreign_keys = on;

COMMIT;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

ROLLBACK;
