-- PRAGMA lumo_backend, lumo_backends, lumo_handlers: where a database is stored. C SQLite does not know them: an unknown pragma does nothing.
-- covers: lumo_backend lumo_backends lumo_handlers
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
---- lmdb
'lmdb'
---- bdb
'bdb'
---- lmdb-trees-aes256gcm
'lmdb'
---- rocksdb
'rocksdb'

-- Of which layers its store is made; a file and the memory backend have none.
PRAGMA lumo_handlers;
----
---- keyvalue
0|'trees'
1|'longkeys'
2|'sortedmap'
---- lmdb-trees-aes256gcm
0|'trees'
1|'longkeys'
2|'aes256gcm'
3|'lmdb'
---- lmdb
0|'trees'
1|'longkeys'
2|'lmdb'
---- bdb
0|'trees'
1|'buffer'
2|'blocks'
3|'versions'
4|'bdb'
---- rocksdb
0|'trees'
1|'buffer'
2|'blocks'
3|'rocksdb'

-- All that there are. Which of the engines is a matter of the class path.
SELECT name FROM pragma_lumo_backends WHERE name IN ('file', 'memory');
----
error ERROR: no such table: pragma_lumo_backends
---- here
'file'
'memory'

SELECT * FROM pragma_nosuchpragma;
----
error ERROR: no such table: pragma_nosuchpragma
