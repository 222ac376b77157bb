-- A view with a trigger for another event: a change is refused, but one with RETURNING is not.
-- covers: INSERT UPDATE DELETE

CREATE VIEW v AS SELECT 1 AS a;
UPDATE v SET a = 2 RETURNING a;
----
error ERROR: cannot modify v because it is a view

CREATE TRIGGER r INSTEAD OF DELETE ON v BEGIN SELECT 1; END;
UPDATE v SET a = 2;
----
error ERROR: cannot modify v because it is a view

UPDATE v SET a = 2 RETURNING a;
----
2

INSERT INTO v VALUES(1);
----
error ERROR: cannot modify v because it is a view

INSERT INTO v VALUES(1), (2) RETURNING a;
----
1
2

DELETE FROM v RETURNING a;
----
1
