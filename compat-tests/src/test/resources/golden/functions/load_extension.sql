-- load_extension(X): never allowed unless the application says so, and never here.
-- covers: load_extension

SELECT load_extension('nosuch');
----
error ERROR: not authorized

SELECT load_extension('nosuch', 'entry');
----
error ERROR: not authorized

SELECT load_extension();
----
error ERROR: wrong number of arguments to function load_extension()

CREATE VIEW v AS SELECT load_extension('x');
SELECT * FROM v;
----
error ERROR: unsafe use of load_extension()
