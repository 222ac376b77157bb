-- A parameter in a view is told before anything else.

CREATE VIEW v AS SELECT 1;

CREATE VIEW v AS SELECT ?;
----
error ERROR: parameters are not allowed in views

CREATE VIEW IF NOT EXISTS v AS SELECT ?;
----
error ERROR: parameters are not allowed in views

CREATE VIEW nosuch.v AS SELECT ?;
----
error ERROR: parameters are not allowed in views

CREATE VIEW sqlite_x AS SELECT ?;
----
error ERROR: parameters are not allowed in views

CREATE TEMP VIEW main.x AS SELECT ?;
----
error ERROR: parameters are not allowed in views
