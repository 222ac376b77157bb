-- A single new row is no matter of the keys of others: a mistake in them is not told.

CREATE TABLE p(a PRIMARY KEY, b UNIQUE);
CREATE TABLE c(x REFERENCES p(nosuch));
CREATE TABLE d(x REFERENCES e(nosuch) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE e(a PRIMARY KEY, b UNIQUE);
PRAGMA foreign_keys=1;

BEGIN;
INSERT INTO p VALUES(1,1) ON CONFLICT(a) DO UPDATE SET nosuch=1;
----
error ERROR: no such column: nosuch

INSERT INTO p VALUES(1,1),(2,2) ON CONFLICT(a) DO UPDATE SET nosuch=1;
----
error ERROR: foreign key mismatch - "c" referencing "p"

INSERT INTO p VALUES(1,1) ON CONFLICT(a) DO UPDATE SET nosuch=1 RETURNING a;
----
error ERROR: foreign key mismatch - "c" referencing "p"

REPLACE INTO p VALUES(1,1) ON CONFLICT(a) DO UPDATE SET nosuch=1;
----
error ERROR: foreign key mismatch - "c" referencing "p"

INSERT INTO p VALUES(1,1) ON CONFLICT(a) DO UPDATE SET b=nosuch;
----
error ERROR: no such column: nosuch

INSERT INTO p VALUES(1,1) ON CONFLICT(a) DO UPDATE SET b=1 WHERE nosuch;
----
error ERROR: no such column: nosuch

INSERT INTO p SELECT 1,1 WHERE 1 ON CONFLICT(a) DO UPDATE SET b=1 WHERE nosuch;
----
error ERROR: foreign key mismatch - "c" referencing "p"

ROLLBACK;

BEGIN;
INSERT INTO e VALUES(1,1) ON CONFLICT(a) DO UPDATE SET nosuch=1;
----
error ERROR: foreign key mismatch - "d" referencing "e"

ROLLBACK;

BEGIN;
PRAGMA defer_foreign_keys=1;

INSERT INTO p VALUES(1,1) ON CONFLICT(a) DO UPDATE SET nosuch=1;
----
error ERROR: foreign key mismatch - "c" referencing "p"

ROLLBACK;
