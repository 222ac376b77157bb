-- PRAGMA max_page_count of a database in memory: limit of the file's size.
-- covers: max_page_count
-- backends: memory
-- labels: yes

PRAGMA max_page_count;
----
# max_page_count
4294967294

PRAGMA max_page_count = 0;
----
# max_page_count
4294967294

PRAGMA max_page_count;
----
# max_page_count
4294967294

PRAGMA max_page_count = 1;
----
# max_page_count
1

PRAGMA max_page_count;
----
# max_page_count
1

PRAGMA max_page_count = 100;
----
# max_page_count
100

PRAGMA max_page_count;
----
# max_page_count
100

PRAGMA max_page_count = -5;
----
# max_page_count
100

PRAGMA max_page_count;
----
# max_page_count
100

PRAGMA max_page_count = 4294967295;
----
# max_page_count
4294967294

PRAGMA max_page_count;
----
# max_page_count
4294967294

PRAGMA max_page_count = 4294967294;
----
# max_page_count
4294967294

PRAGMA max_page_count;
----
# max_page_count
4294967294

PRAGMA max_page_count = abc;
----
# max_page_count
4294967294

PRAGMA max_page_count;
----
# max_page_count
4294967294

PRAGMA max_page_count = 1073741823;
----
# max_page_count
1073741823

PRAGMA max_page_count;
----
# max_page_count
1073741823

PRAGMA max_page_count(3);
----
# max_page_count
3

PRAGMA main.max_page_count;
----
# max_page_count
3

PRAGMA temp.max_page_count;
----
# max_page_count
4294967294

PRAGMA nosuch.max_page_count;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_max_page_count;
----
# max_page_count
3

SELECT * FROM pragma_max_page_count('main');
----
# max_page_count
3

SELECT * FROM pragma_max_page_count WHERE schema = 'temp';
----
# max_page_count
4294967294

SELECT * FROM pragma_max_page_count(1, 2);
----
error ERROR: too many arguments on pragma_max_page_count() - max 1

CREATE TABLE t(a);
PRAGMA max_page_count = 5;
----
# max_page_count
5

INSERT INTO t VALUES(zeroblob(50000));
----
error FULL: database or disk is full

SELECT count(*) FROM t;
----
# count(*)
0

PRAGMA page_count;
----
# page_count
2

PRAGMA max_page_count = 1;
----
# max_page_count
2
