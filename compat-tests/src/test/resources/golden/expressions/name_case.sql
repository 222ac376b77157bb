-- Names: A to Z have two forms, other letters have not.
-- covers: SELECT

CREATE TABLE t(ä, Ä, B);
INSERT INTO t VALUES(1, 2, 3);
SELECT ä, Ä, b FROM T;
----
1|2|3

SELECT Ä FROM (SELECT 1 AS ä);
----
error ERROR: no such column: Ä

CREATE TABLE é(a);
SELECT * FROM É;
----
error ERROR: no such table: É

CREATE TABLE É(b);
INSERT INTO É VALUES(5);
SELECT * FROM é, É;

ALTER TABLE t RENAME COLUMN Ä TO ö;
SELECT sql FROM sqlite_schema;
----
'CREATE TABLE t(ä, ö, B)'
'CREATE TABLE é(a)'
'CREATE TABLE É(b)'

SAVEPOINT Ä;
RELEASE ä;
----
error ERROR: no such savepoint: ä

RELEASE Ä;
