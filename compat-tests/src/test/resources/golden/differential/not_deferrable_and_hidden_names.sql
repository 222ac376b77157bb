-- DROP NOT NULL behind NOT DEFERRABLE: SQLite removes that in its place.

CREATE TABLE t(a, e REFERENCES p NOT DEFERRABLE NOT NULL UNIQUE, c);

ALTER TABLE t ALTER e DROP NOT NULL;

-- Here NOT NULL is gone.
SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE t(a, e REFERENCES p NOT NULL UNIQUE, c)'
---- here
'CREATE TABLE t(a, e REFERENCES p NOT DEFERRABLE UNIQUE, c)'

-- VACUUM where a temporary table has the name of an indexed one: SQLite looks for the index's columns there.
CREATE TABLE u(a);

CREATE INDEX i ON u(a);

CREATE TEMP TABLE u(b);

-- Here it works.
VACUUM;
----
error ERROR: no such column: a
---- here
