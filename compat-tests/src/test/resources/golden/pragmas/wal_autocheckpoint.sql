-- PRAGMA wal_autocheckpoint: frames after which a checkpoint runs.
-- covers: wal_autocheckpoint
-- backends: file
-- labels: yes

PRAGMA wal_autocheckpoint;
----
# wal_autocheckpoint
1000

PRAGMA wal_autocheckpoint = 0;
----
# wal_autocheckpoint
0

PRAGMA wal_autocheckpoint;
----
# wal_autocheckpoint
0

PRAGMA wal_autocheckpoint = -5;
----
# wal_autocheckpoint
0

PRAGMA wal_autocheckpoint;
----
# wal_autocheckpoint
0

PRAGMA wal_autocheckpoint = 1;
----
# wal_autocheckpoint
1

PRAGMA wal_autocheckpoint;
----
# wal_autocheckpoint
1

PRAGMA wal_autocheckpoint = 1000;
----
# wal_autocheckpoint
1000

PRAGMA wal_autocheckpoint;
----
# wal_autocheckpoint
1000

PRAGMA wal_autocheckpoint = 2147483648;
----
# wal_autocheckpoint
0

PRAGMA wal_autocheckpoint;
----
# wal_autocheckpoint
0

PRAGMA wal_autocheckpoint = abc;
----
# wal_autocheckpoint
0

PRAGMA wal_autocheckpoint;
----
# wal_autocheckpoint
0

PRAGMA wal_autocheckpoint(3);
----
# wal_autocheckpoint
3

PRAGMA main.wal_autocheckpoint;
----
# wal_autocheckpoint
3

PRAGMA temp.wal_autocheckpoint;
----
# wal_autocheckpoint
3

PRAGMA nosuch.wal_autocheckpoint;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_wal_autocheckpoint;
----
error ERROR: no such table: pragma_wal_autocheckpoint

SELECT * FROM pragma_wal_autocheckpoint('main');
----
error ERROR: no such table: pragma_wal_autocheckpoint

SELECT * FROM pragma_wal_autocheckpoint WHERE schema = 'temp';
----
error ERROR: no such table: pragma_wal_autocheckpoint

SELECT * FROM pragma_wal_autocheckpoint(1, 2);
----
error ERROR: no such table: pragma_wal_autocheckpoint
