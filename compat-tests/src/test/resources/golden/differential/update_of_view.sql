-- An INSTEAD OF UPDATE OF trigger counts only if one of its columns is assigned.

CREATE VIEW v AS SELECT 1 a, 2 b;
CREATE TRIGGER r INSTEAD OF UPDATE OF a ON v BEGIN SELECT 1; END;

UPDATE v SET b = 1;
----
error ERROR: cannot modify v because it is a view

UPDATE v SET b = 1 RETURNING a;
----
1

UPDATE v SET nosuch = 1;
----
error ERROR: cannot modify v because it is a view

UPDATE v SET b = nosuch;
----
error ERROR: cannot modify v because it is a view

UPDATE v SET a = nosuch;
----
error ERROR: no such column: nosuch

UPDATE v SET b = 1, a = 2;

UPDATE v SET (b, a) = (1, 2);
