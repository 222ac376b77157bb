-- Of several mismatched keys that of an action is told, also if something else is wrong.

PRAGMA foreign_keys = 1;
CREATE TABLE p(a, b, PRIMARY KEY(b, a));
CREATE TABLE c1(b REFERENCES p ON UPDATE RESTRICT);
CREATE TABLE c2(c REFERENCES p);

UPDATE p SET b = NULL FROM p;
----
error ERROR: foreign key mismatch - "c1" referencing "p"

UPDATE p SET b = nosuch;
----
error ERROR: no such column: nosuch

UPDATE p SET b = NULL RETURNING nosuch;
----
error ERROR: foreign key mismatch - "c1" referencing "p"

CREATE TRIGGER r BEFORE UPDATE ON p BEGIN SELECT nosuch; END;

UPDATE p SET b = NULL;
----
error ERROR: foreign key mismatch - "c1" referencing "p"

DROP TRIGGER r;
CREATE TRIGGER r AFTER UPDATE ON p BEGIN SELECT nosuch; END;

UPDATE p SET b = NULL;
----
error ERROR: foreign key mismatch - "c1" referencing "p"

CREATE TABLE c3(c REFERENCES p ON UPDATE CASCADE ON DELETE CASCADE);

UPDATE p SET b = NULL FROM p;
----
error ERROR: foreign key mismatch - "c1" referencing "p"

UPDATE p SET b = NULL RETURNING nosuch;
----
error ERROR: foreign key mismatch - "c1" referencing "p"

DELETE FROM p RETURNING nosuch;
----
error ERROR: foreign key mismatch - "c3" referencing "p"

DROP TRIGGER r;
CREATE TRIGGER r BEFORE DELETE ON p BEGIN SELECT nosuch; END;

DELETE FROM p;
----
error ERROR: foreign key mismatch - "c3" referencing "p"

PRAGMA defer_foreign_keys = 1;

UPDATE p SET b = NULL FROM p;
----
error ERROR: foreign key mismatch - "c1" referencing "p"
