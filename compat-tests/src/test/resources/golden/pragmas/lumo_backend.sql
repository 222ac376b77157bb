-- PRAGMA lumo_backend, lumo_backends: where a database is stored. C SQLite does not know them: an unknown pragma does nothing.
-- covers: lumo_backend lumo_backends
-- backends: file trees keyvalue

PRAGMA nosuchpragma;

PRAGMA nosuchpragma = 5;

-- The name of the backend.
PRAGMA lumo_backend;
----
---- file
'file'
---- trees
'memory'
---- keyvalue
'sortedmap'

-- All that there are.
PRAGMA lumo_backends;
----
---- file
'file'|'3.54.1'
'memory'|'1'
---- trees
'file'|'3.54.1'
'memory'|'1'
---- keyvalue
'file'|'3.54.1'
'memory'|'1'
'sortedmap'|'1'

SELECT * FROM pragma_nosuchpragma;
----
error ERROR: no such table: pragma_nosuchpragma
