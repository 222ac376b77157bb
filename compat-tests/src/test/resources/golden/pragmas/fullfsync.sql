-- PRAGMA fullfsync: syncs that reach the disk; only where the platform has them.
-- covers: fullfsync
-- labels: yes

PRAGMA fullfsync;
----
# fullfsync
0

PRAGMA fullfsync = 1;

PRAGMA fullfsync;
----
# fullfsync
1

PRAGMA fullfsync = 0;

PRAGMA fullfsync;
----
# fullfsync
0

PRAGMA fullfsync = on;

PRAGMA fullfsync;
----
# fullfsync
1

PRAGMA fullfsync = off;

PRAGMA fullfsync;
----
# fullfsync
0

PRAGMA fullfsync(3);

PRAGMA main.fullfsync;
----
# fullfsync
1

PRAGMA temp.fullfsync;
----
# fullfsync
1

PRAGMA nosuch.fullfsync;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_fullfsync;
----
# fullfsync
1

SELECT * FROM pragma_fullfsync('main');
----
error ERROR: too many arguments on pragma_fullfsync() - max 0

SELECT * FROM pragma_fullfsync WHERE schema = 'temp';
----
error ERROR: no such column: schema

SELECT * FROM pragma_fullfsync(1, 2);
----
error ERROR: too many arguments on pragma_fullfsync() - max 0
