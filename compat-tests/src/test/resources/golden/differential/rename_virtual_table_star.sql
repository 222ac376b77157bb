-- A virtual table is renamed in views, too, before the names of columns and stars.
-- backends: memory file

CREATE VIRTUAL TABLE d USING dbstat;

CREATE TEMP VIEW v AS SELECT d.name, d.* FROM d WHERE d.name <> 'x';

ALTER TABLE d RENAME TO e;

SELECT sql FROM temp.sqlite_schema;
----
'CREATE VIEW v AS SELECT "e".name, "e".* FROM "e" WHERE "e".name <> ''x'''

SELECT count(*) > 0 FROM v;
----
1
