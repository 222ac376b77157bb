-- What may be done with a table-valued function as if it were a table: nothing but asking it.

DROP TABLE json_each;
----
error ERROR: table json_each may not be dropped

DROP VIEW temp.json_each;
----
error ERROR: table json_each may not be dropped

DROP TABLE IF EXISTS nosuch.json_each;
----
error ERROR: table json_each may not be dropped

CREATE INDEX i ON json_each(value);
----
error ERROR: virtual tables may not be indexed

CREATE INDEX temp.i ON json_each(value);
----
error ERROR: cannot create a TEMP index on non-TEMP table "json_each"

ALTER TABLE json_each RENAME TO x;
----
error ERROR: table json_each may not be altered

ALTER TABLE json_each RENAME value TO x;
----
error ERROR: table json_each may not be altered

ALTER TABLE json_each ADD x;
----
error ERROR: virtual tables may not be altered

ALTER TABLE json_each DROP value;
----
error ERROR: table json_each may not be altered

ALTER TABLE json_each ADD CHECK(1);
----
error ERROR: cannot edit constraints of virtual table "json_each"

REINDEX json_each;
----
error ERROR: unable to identify the object to be reindexed

CREATE TRIGGER r AFTER INSERT ON json_each BEGIN SELECT 1; END;
----
error ERROR: cannot create triggers on virtual tables

DELETE FROM temp.json_each;
----
error ERROR: table json_each may not be modified

CREATE TABLE c(x REFERENCES json_each);

INSERT INTO c VALUES(1);

PRAGMA foreign_key_check;
----
'c'|1|'json_each'|0

CREATE TABLE json_each(a);

SELECT * FROM json_each;

DROP TABLE json_each;
