-- PRAGMA auto_vacuum of a database in memory: whether free pages are given back.
-- covers: auto_vacuum
-- backends: memory
-- labels: yes

PRAGMA auto_vacuum;
----
# auto_vacuum
0

PRAGMA auto_vacuum = 1;

PRAGMA auto_vacuum;
----
# auto_vacuum
1

PRAGMA auto_vacuum = 2;

PRAGMA auto_vacuum;
----
# auto_vacuum
2

PRAGMA auto_vacuum = 0;

PRAGMA auto_vacuum;
----
# auto_vacuum
2

PRAGMA auto_vacuum = full;

PRAGMA auto_vacuum;
----
# auto_vacuum
1

PRAGMA auto_vacuum = incremental;

PRAGMA auto_vacuum;
----
# auto_vacuum
2

PRAGMA auto_vacuum = none;

PRAGMA auto_vacuum;
----
# auto_vacuum
2

PRAGMA auto_vacuum = FULL;

PRAGMA auto_vacuum;
----
# auto_vacuum
1

PRAGMA auto_vacuum = 3;

PRAGMA auto_vacuum;
----
# auto_vacuum
1

PRAGMA auto_vacuum = -1;

PRAGMA auto_vacuum;
----
# auto_vacuum
1

PRAGMA auto_vacuum = abc;

PRAGMA auto_vacuum;
----
# auto_vacuum
1

PRAGMA auto_vacuum(3);

PRAGMA main.auto_vacuum;
----
# auto_vacuum
1

PRAGMA temp.auto_vacuum;
----
# auto_vacuum
0

PRAGMA nosuch.auto_vacuum;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_auto_vacuum;
----
# auto_vacuum
1

SELECT * FROM pragma_auto_vacuum('main');
----
# auto_vacuum
1

SELECT * FROM pragma_auto_vacuum WHERE schema = 'temp';
----
# auto_vacuum
0

SELECT * FROM pragma_auto_vacuum(1, 2);
----
error ERROR: too many arguments on pragma_auto_vacuum() - max 1

-- NONE and the others change only with VACUUM once there are tables, FULL and INCREMENTAL into each other at any time.
PRAGMA auto_vacuum = 1;
CREATE TABLE t(a);
PRAGMA auto_vacuum = 2;
PRAGMA auto_vacuum;
----
# auto_vacuum
2

PRAGMA auto_vacuum = 1;
PRAGMA auto_vacuum;
----
# auto_vacuum
1

PRAGMA auto_vacuum = 0;
PRAGMA auto_vacuum;
----
# auto_vacuum
1

INSERT INTO t SELECT zeroblob(4000) FROM json_each('[1,2,3,4,5,6,7,8]');
PRAGMA page_count;
----
# page_count
11

DELETE FROM t WHERE rowid > 2;
PRAGMA page_count;
----
# page_count
5

PRAGMA freelist_count;
----
# freelist_count
0

VACUUM;
PRAGMA auto_vacuum;
----
# auto_vacuum
0

PRAGMA integrity_check;
----
# integrity_check
'ok'
