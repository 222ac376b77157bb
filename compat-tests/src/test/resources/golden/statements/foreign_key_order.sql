-- Which foreign keys a change concerns, and in which order they are looked at: the last declared first.
-- covers: UPDATE INSERT

PRAGMA foreign_keys = ON;
CREATE TABLE parent(a);
CREATE TABLE child(x REFERENCES parent, y REFERENCES parent(a));
-- No primary key, so no key that could change for the first; the second names a column that is not unique.
UPDATE parent SET a = 1;
----
error ERROR: foreign key mismatch - "child" referencing "parent"

UPDATE parent SET rowid = 1;

CREATE TABLE keyed(a INTEGER PRIMARY KEY, b UNIQUE, c);
CREATE TABLE k1(x REFERENCES keyed, y REFERENCES keyed(b), z REFERENCES nowhere);
UPDATE keyed SET c = 2;

INSERT INTO k1 VALUES(1, 2, 3);
----
error ERROR: no such table: main.nowhere

CREATE TABLE k2(x REFERENCES keyed(c), y REFERENCES nowhere, z REFERENCES elsewhere);
INSERT INTO k2 VALUES(1, 2, 3);
----
error ERROR: no such table: main.elsewhere

DELETE FROM keyed;
----
error ERROR: foreign key mismatch - "k2" referencing "keyed"

CREATE TABLE k3(x REFERENCES keyed(a, b));
----
error ERROR: foreign key on x should reference only one column of table keyed
