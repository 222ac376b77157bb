-- That a view is not to be changed is told before anything about FROM, SET and WHERE.

CREATE VIEW v AS SELECT 1 a;

UPDATE v SET c = NULL FROM (SELECT NULL HAVING NULL);

UPDATE v SET a = NULL FROM nosuch;

UPDATE v SET a = nosuch WHERE nosuch;

CREATE TRIGGER r INSTEAD OF UPDATE ON v BEGIN SELECT 1; END;

UPDATE v SET a = NULL FROM nosuch;

UPDATE v SET c = NULL FROM (SELECT NULL);
