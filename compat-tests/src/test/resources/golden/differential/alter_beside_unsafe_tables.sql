-- RENAME and DROP COLUMN look into all views and triggers: one that uses a virtual table it must not use is a mistake, but not in the temporary database; functions may be any.

CREATE TABLE t(a, b);

CREATE TEMP VIEW w AS SELECT name FROM dbstat;

CREATE VIEW x AS SELECT load_extension(1);

ALTER TABLE t RENAME TO u;

CREATE VIEW v AS SELECT name FROM dbstat;

ALTER TABLE u RENAME TO t;
----
error ERROR: error in view v: unsafe use of virtual table "dbstat"

ALTER TABLE u RENAME a TO c;
----
error ERROR: error in view v: unsafe use of virtual table "dbstat"

ALTER TABLE u DROP b;
----
error ERROR: error in view v: unsafe use of virtual table "dbstat"

ALTER TABLE u ADD d;

DROP VIEW v;

CREATE TRIGGER r AFTER INSERT ON u BEGIN SELECT name FROM dbstat; END;

ALTER TABLE u RENAME TO t;
----
error ERROR: error in trigger r: unsafe use of virtual table "dbstat"

PRAGMA legacy_alter_table=1;

ALTER TABLE u RENAME TO t;
