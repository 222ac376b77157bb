-- PRAGMA checkpoint_fullfsync: the same at checkpoints.
-- covers: checkpoint_fullfsync
-- labels: yes

PRAGMA checkpoint_fullfsync;
----
# checkpoint_fullfsync
0

PRAGMA checkpoint_fullfsync = 1;

PRAGMA checkpoint_fullfsync;
----
# checkpoint_fullfsync
1

PRAGMA checkpoint_fullfsync = 0;

PRAGMA checkpoint_fullfsync;
----
# checkpoint_fullfsync
0

PRAGMA checkpoint_fullfsync = on;

PRAGMA checkpoint_fullfsync;
----
# checkpoint_fullfsync
1

PRAGMA checkpoint_fullfsync = off;

PRAGMA checkpoint_fullfsync;
----
# checkpoint_fullfsync
0

PRAGMA checkpoint_fullfsync(3);

PRAGMA main.checkpoint_fullfsync;
----
# checkpoint_fullfsync
1

PRAGMA temp.checkpoint_fullfsync;
----
# checkpoint_fullfsync
1

PRAGMA nosuch.checkpoint_fullfsync;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_checkpoint_fullfsync;
----
# checkpoint_fullfsync
1

SELECT * FROM pragma_checkpoint_fullfsync('main');
----
error ERROR: too many arguments on pragma_checkpoint_fullfsync() - max 0

SELECT * FROM pragma_checkpoint_fullfsync WHERE schema = 'temp';
----
error ERROR: no such column: schema

SELECT * FROM pragma_checkpoint_fullfsync(1, 2);
----
error ERROR: too many arguments on pragma_checkpoint_fullfsync() - max 0
