-- A change of PRAGMA temp_store drops the temporary database; the same value does nothing, and inside a transaction it is refused.

CREATE TABLE m(a);

CREATE TEMP TABLE a(b);

CREATE TEMP TRIGGER r AFTER INSERT ON m BEGIN INSERT INTO a VALUES(new.a); END;

INSERT INTO m VALUES(5);

PRAGMA temp_store=0;

SELECT * FROM a;
----
5

PRAGMA temp_store=2;

SELECT * FROM a;
----
error ERROR: no such table: a

INSERT INTO m VALUES(6);

SELECT * FROM m;
----
5
6

CREATE TEMP TABLE a(b);

BEGIN;

PRAGMA temp_store=1;
----
error ERROR: temporary storage cannot be changed from within a transaction

PRAGMA temp_store=2;

COMMIT;

PRAGMA temp_store=file;

SELECT name FROM temp.sqlite_schema;
