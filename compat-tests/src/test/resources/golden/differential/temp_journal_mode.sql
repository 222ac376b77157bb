-- The temporary database keeps any journal mode but WAL, also that which is set for all databases, unless it is being written.

CREATE TEMP TABLE a(b);

PRAGMA temp.journal_mode;
----
'delete'

PRAGMA temp.journal_mode=off;
----
'off'

PRAGMA temp.journal_mode=wal;
----
'off'

PRAGMA temp.journal_mode=persist;
----
'persist'

BEGIN;

INSERT INTO a VALUES(1);

PRAGMA temp.journal_mode=memory;
----
'persist'

ROLLBACK;

PRAGMA temp.journal_mode=nosuch;
----
'persist'
