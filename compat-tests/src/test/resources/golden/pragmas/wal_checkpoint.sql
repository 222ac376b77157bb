-- PRAGMA wal_checkpoint: copies the log into the database: busy, frames in the log, frames copied.
-- covers: wal_checkpoint
-- backends: file
-- labels: yes

PRAGMA wal_checkpoint;
----
# busy|log|checkpointed
0|-1|-1

PRAGMA journal_mode = wal;
----
# journal_mode
'wal'

PRAGMA wal_checkpoint;
----
# busy|log|checkpointed
0|0|0

CREATE TABLE t(a);
INSERT INTO t VALUES(1);
PRAGMA wal_checkpoint;
----
# busy|log|checkpointed
0|3|3

PRAGMA wal_checkpoint(FULL);
----
# busy|log|checkpointed
0|3|3

INSERT INTO t VALUES(2);
PRAGMA wal_checkpoint(restart);
----
# busy|log|checkpointed
0|1|1

INSERT INTO t VALUES(3);
PRAGMA main.wal_checkpoint = TRUNCATE;
----
# busy|log|checkpointed
0|0|0

PRAGMA wal_checkpoint(nonsense);
----
# busy|log|checkpointed
0|0|0

PRAGMA wal_checkpoint(noop);
----
# busy|log|checkpointed
0|0|0

INSERT INTO t VALUES(4);
PRAGMA wal_checkpoint(noop);
----
# busy|log|checkpointed
0|1|0

BEGIN;
INSERT INTO t VALUES(3);
PRAGMA wal_checkpoint;
----
error LOCKED: database table is locked

ROLLBACK;
BEGIN;
SELECT count(*) FROM t;
----
# count(*)
4

PRAGMA wal_checkpoint;
----
error LOCKED: database table is locked

COMMIT;
PRAGMA temp.wal_checkpoint;
----
# busy|log|checkpointed
0|-1|-1

PRAGMA nosuch.wal_checkpoint;
----
error ERROR: unknown database nosuch
