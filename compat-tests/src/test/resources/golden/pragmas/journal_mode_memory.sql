-- PRAGMA journal_mode of a database in memory: memory or off.
-- covers: journal_mode
-- backends: memory

PRAGMA journal_mode;
----
'memory'

PRAGMA journal_mode = wal;
----
'memory'

PRAGMA journal_mode = delete;
----
'memory'

PRAGMA journal_mode = off;
----
'off'

PRAGMA journal_mode;
----
'off'

PRAGMA journal_mode = memory;
----
'memory'

PRAGMA synchronous;
----
2

PRAGMA synchronous = 3;
PRAGMA synchronous;
----
3

PRAGMA wal_checkpoint;
----
0|-1|-1
