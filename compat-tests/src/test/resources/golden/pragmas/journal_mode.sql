-- PRAGMA journal_mode: what makes a transaction atomic.
-- covers: journal_mode
-- backends: file
-- labels: yes

PRAGMA journal_mode;
----
# journal_mode
'delete'

PRAGMA journal_mode = truncate;
----
# journal_mode
'truncate'

PRAGMA journal_mode = PERSIST;
----
# journal_mode
'persist'

PRAGMA journal_mode = 'memory';
----
# journal_mode
'memory'

PRAGMA journal_mode = off;
----
# journal_mode
'off'

PRAGMA journal_mode = nonsense;
----
# journal_mode
'off'

PRAGMA journal_mode = 5;
----
# journal_mode
'off'

PRAGMA main.journal_mode = delete;
----
# journal_mode
'delete'

PRAGMA temp.journal_mode;
----
# journal_mode
'delete'

PRAGMA temp.journal_mode = wal;
----
# journal_mode
'delete'

PRAGMA nosuch.journal_mode;
----
error ERROR: unknown database nosuch

PRAGMA journal_mode = wal;
----
# journal_mode
'wal'

PRAGMA journal_mode;
----
# journal_mode
'wal'

CREATE TABLE t(a);
INSERT INTO t VALUES(1);
PRAGMA journal_mode;
----
# journal_mode
'wal'

-- Not while a transaction is open.
BEGIN;
INSERT INTO t VALUES(2);
PRAGMA journal_mode = delete;
----
# journal_mode
'wal'

COMMIT;
PRAGMA journal_mode = delete;
----
# journal_mode
'delete'

BEGIN;
PRAGMA journal_mode = wal;
----
error ERROR: cannot change into wal mode from within a transaction

PRAGMA journal_mode = persist;
----
# journal_mode
'persist'

COMMIT;
SELECT * FROM pragma_journal_mode;
----
# journal_mode
'persist'

-- Without a schema it is for all databases.
ATTACH '{dir}/other.db' AS other;
PRAGMA journal_mode = truncate;
----
# journal_mode
'truncate'

PRAGMA other.journal_mode;
----
# journal_mode
'truncate'

PRAGMA other.journal_mode = wal;
----
# journal_mode
'wal'

PRAGMA journal_mode;
----
# journal_mode
'truncate'

SELECT journal_mode FROM pragma_journal_mode('other');
----
# journal_mode
'wal'

SELECT * FROM t;
----
# a
1
2
