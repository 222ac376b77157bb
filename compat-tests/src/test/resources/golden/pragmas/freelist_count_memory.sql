-- PRAGMA freelist_count of a database in memory: unused pages.
-- covers: freelist_count
-- backends: memory
-- labels: yes

PRAGMA freelist_count;
----
# freelist_count
0

PRAGMA freelist_count = 5;
----
# freelist_count
0

PRAGMA freelist_count;
----
# freelist_count
0

PRAGMA freelist_count(3);
----
# freelist_count
0

PRAGMA main.freelist_count;
----
# freelist_count
0

PRAGMA temp.freelist_count;
----
# freelist_count
0

PRAGMA nosuch.freelist_count;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_freelist_count;
----
# freelist_count
0

SELECT * FROM pragma_freelist_count('main');
----
error ERROR: too many arguments on pragma_freelist_count() - max 0

SELECT * FROM pragma_freelist_count WHERE schema = 'temp';
----
error ERROR: no such column: schema

SELECT * FROM pragma_freelist_count(1, 2);
----
error ERROR: too many arguments on pragma_freelist_count() - max 0

CREATE TABLE t(a);
INSERT INTO t SELECT zeroblob(4000) FROM json_each('[1,2,3,4,5,6,7,8]');
PRAGMA page_count;
----
# page_count
10

PRAGMA freelist_count;
----
# freelist_count
0

DELETE FROM t WHERE rowid > 2;
PRAGMA freelist_count;
----
# freelist_count
6

DROP TABLE t;
PRAGMA freelist_count;
----
# freelist_count
9

PRAGMA page_count;
----
# page_count
10

VACUUM;
PRAGMA freelist_count;
----
# freelist_count
0

PRAGMA page_count;
----
# page_count
1
