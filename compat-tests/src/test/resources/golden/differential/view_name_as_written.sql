-- That a view may not look into another database is told with its name as it was written.

CREATE VIEW "v" AS SELECT * FROM temp.t;
----
error ERROR: view "v" cannot reference objects in database temp

CREATE VIEW main.[v] AS SELECT * FROM x.t;
----
error ERROR: view [v] cannot reference objects in database x

CREATE VIEW v AS SELECT * FROM x.t;
----
error ERROR: view v cannot reference objects in database x
