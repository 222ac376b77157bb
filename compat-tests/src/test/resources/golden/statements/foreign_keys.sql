-- Foreign keys: what happens to children.
-- covers: CREATE TABLE DELETE UPDATE INSERT

PRAGMA foreign_keys = 1;
CREATE TABLE p(a INTEGER PRIMARY KEY, b UNIQUE, c, d, UNIQUE(c, d));
CREATE TABLE c1(x REFERENCES p ON DELETE CASCADE ON UPDATE CASCADE);
CREATE TABLE c2(x REFERENCES p(b) ON DELETE SET NULL ON UPDATE SET NULL);
CREATE TABLE c3(x DEFAULT 3 REFERENCES p ON DELETE SET DEFAULT);
CREATE TABLE c4(x, y, FOREIGN KEY(x, y) REFERENCES p(c, d) ON DELETE RESTRICT);
CREATE TABLE c5(x REFERENCES p DEFERRABLE INITIALLY DEFERRED);
INSERT INTO p VALUES(1, 'one', 'c1', 'd1'), (2, 'two', 'c2', 'd2'), (3, 'three', 'c3', 'd3'), (4, 'four', 'c4', 'd4');
INSERT INTO c1 VALUES(1), (2), (NULL);
INSERT INTO c2 VALUES('one'), ('two');
INSERT INTO c3 VALUES(1), (4);
INSERT INTO c4 VALUES('c3', 'd3'), ('nosuch', NULL);
INSERT INTO c1 VALUES(9);
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

INSERT INTO c4 VALUES('c1', 'd2');
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

UPDATE c2 SET x = 'nosuch';
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

DELETE FROM p WHERE a = 1;
UPDATE p SET a = 20, b = 'zwei' WHERE a = 2;
SELECT 'c1', x FROM c1 UNION ALL SELECT 'c2', x FROM c2 UNION ALL SELECT 'c3', x FROM c3;
----
'c1'|20
'c1'|NULL
'c2'|NULL
'c2'|NULL
'c3'|3
'c3'|4

DELETE FROM p WHERE a = 3;
----
error CONSTRAINT_TRIGGER: FOREIGN KEY constraint failed

UPDATE p SET c = 'q' WHERE a = 3;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

DELETE FROM p WHERE a = 4;
SELECT x FROM c3;
----
3
3

-- Deferred ones count at COMMIT.
INSERT INTO c5 VALUES(50);
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

BEGIN;
INSERT INTO c5 VALUES(50);
COMMIT;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

INSERT INTO p(a) VALUES(50);
COMMIT;
SELECT x FROM c5;
----
50

BEGIN;
DELETE FROM p WHERE a = 50;
ROLLBACK;

-- A table that refers to itself.
CREATE TABLE tree(id INTEGER PRIMARY KEY, parent REFERENCES tree ON DELETE CASCADE);
INSERT INTO tree VALUES(1, NULL), (2, 1), (3, 2), (4, 2), (5, 5);
DELETE FROM tree WHERE id = 2;
SELECT * FROM tree;
----
1|NULL
5|5

DELETE FROM tree WHERE id = 5;
SELECT count(*) FROM tree;
----
1

CREATE TABLE bad(x REFERENCES nosuch);
INSERT INTO bad VALUES(1);
----
error ERROR: no such table: main.nosuch

INSERT INTO bad VALUES(NULL);
----
error ERROR: no such table: main.nosuch

CREATE TABLE bad2(x REFERENCES p(c));
INSERT INTO bad2 VALUES(1);
----
error ERROR: foreign key mismatch - "bad2" referencing "p"

PRAGMA foreign_key_check;
----
error ERROR: foreign key mismatch - "bad2" referencing "p"
