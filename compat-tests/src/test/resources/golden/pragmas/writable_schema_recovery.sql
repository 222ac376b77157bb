-- With writable_schema entries of the schema that make no sense are passed over, so that the rest can be read and the entry mended.
-- covers: writable_schema

CREATE TABLE a(x);

CREATE TABLE b(y);

CREATE INDEX i ON b(y);

INSERT INTO a VALUES(1);

INSERT INTO b VALUES(2);

PRAGMA writable_schema = 1;

UPDATE sqlite_schema SET sql = 'CREATE TABLE a(' WHERE name = 'a';

PRAGMA writable_schema = RESET;

SELECT * FROM b;
----
error CORRUPT: malformed database schema (a) - incomplete input

-- This needs nothing of the schema.
SELECT 1, upper('a');
----
1|'A'

CREATE TABLE n(x);
----
error CORRUPT: malformed database schema (a) - incomplete input

PRAGMA writable_schema = 1;

SELECT * FROM b;
----
2

SELECT name, sql FROM sqlite_schema;
----
'a'|'CREATE TABLE a('
'b'|'CREATE TABLE b(y)'
'i'|'CREATE INDEX i ON b(y)'

SELECT * FROM a;
----
error ERROR: no such table: a

INSERT INTO b VALUES(3);

UPDATE sqlite_schema SET sql = 'CREATE TABLE a(x)' WHERE name = 'a';

PRAGMA writable_schema = RESET;

SELECT * FROM a, b;
----
1|2
1|3

PRAGMA integrity_check;
----
'ok'
