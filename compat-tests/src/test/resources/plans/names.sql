-- Tables for names.queries, defined with capitals.
CREATE TABLE Track(Id INTEGER PRIMARY KEY, Name, Other);
CREATE INDEX ByName ON track(name);
CREATE VIEW Names AS SELECT DISTINCT name FROM main.TRACK;
CREATE VIEW Changed(Name) AS SELECT name FROM track;
CREATE TRIGGER ChangedRow INSTEAD OF UPDATE ON changed BEGIN SELECT 1; END;
CREATE TRIGGER Deleted AFTER DELETE ON track BEGIN DELETE FROM TRACK WHERE id = old.id + 1; END;
