-- That a view is not to be changed is told before anything about FROM, SET and WHERE.

CREATE VIEW v AS SELECT 1 a;

UPDATE v SET c = NULL FROM (SELECT NULL HAVING NULL);
----
error ERROR: cannot modify v because it is a view

UPDATE v SET a = NULL FROM nosuch;
----
error ERROR: cannot modify v because it is a view

UPDATE v SET a = nosuch WHERE nosuch;
----
error ERROR: cannot modify v because it is a view

CREATE TRIGGER r INSTEAD OF UPDATE ON v BEGIN SELECT 1; END;

UPDATE v SET a = NULL FROM nosuch;
----
error ERROR: no such table: nosuch

UPDATE v SET c = NULL FROM (SELECT NULL);
----
error ERROR: no such column: c
