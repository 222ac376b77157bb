-- PRAGMA incremental_vacuum: gives free pages back.
-- covers: incremental_vacuum
-- backends: file
-- labels: yes

PRAGMA incremental_vacuum;

PRAGMA incremental_vacuum = 1;

PRAGMA incremental_vacuum;

PRAGMA incremental_vacuum(3);

PRAGMA main.incremental_vacuum;

PRAGMA temp.incremental_vacuum;

PRAGMA nosuch.incremental_vacuum;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_incremental_vacuum;
----
error ERROR: no such table: pragma_incremental_vacuum

SELECT * FROM pragma_incremental_vacuum('main');
----
error ERROR: no such table: pragma_incremental_vacuum

SELECT * FROM pragma_incremental_vacuum WHERE schema = 'temp';
----
error ERROR: no such table: pragma_incremental_vacuum

SELECT * FROM pragma_incremental_vacuum(1, 2);
----
error ERROR: no such table: pragma_incremental_vacuum

PRAGMA auto_vacuum = 2;
CREATE TABLE t(a);
INSERT INTO t SELECT zeroblob(4000) FROM json_each('[1,2,3,4,5,6,7,8,9,10]');
DELETE FROM t;
PRAGMA freelist_count;
----
# freelist_count
10

PRAGMA incremental_vacuum(3);

PRAGMA freelist_count;
----
# freelist_count
10

PRAGMA incremental_vacuum(-1);

PRAGMA freelist_count;
----
# freelist_count
10

PRAGMA incremental_vacuum;

PRAGMA freelist_count;
----
# freelist_count
10

PRAGMA page_count;
----
# page_count
12
