-- VACUUM makes sqlite_sequence with the first table that has AUTOINCREMENT, and not at all if none is left.
-- backends: file

CREATE TABLE a(x);
CREATE TABLE b(x INTEGER PRIMARY KEY AUTOINCREMENT);
INSERT INTO b VALUES(7);
DROP TABLE b;
CREATE TRIGGER r AFTER INSERT ON a BEGIN SELECT 1; END;
VACUUM;

SELECT rowid, name FROM sqlite_schema;
----
1|'a'
2|'r'

SELECT last_insert_rowid();
----
2

CREATE TABLE c(x UNIQUE, y INTEGER PRIMARY KEY AUTOINCREMENT);
CREATE TABLE d(y INTEGER PRIMARY KEY AUTOINCREMENT);
INSERT INTO c(x) VALUES(5);
INSERT INTO d VALUES(9);
VACUUM;

SELECT rowid, name FROM sqlite_schema;
----
1|'a'
2|'c'
3|'sqlite_autoindex_c_1'
4|'sqlite_sequence'
5|'d'
6|'r'

SELECT * FROM sqlite_sequence;
----
'c'|1
'd'|9
