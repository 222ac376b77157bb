-- PRAGMA page_count of a database in memory: pages of the database.
-- covers: page_count
-- backends: memory
-- labels: yes

PRAGMA page_count;
----
# page_count
0

PRAGMA page_count = 5;
----
# page_count
0

PRAGMA page_count;
----
# page_count
0

PRAGMA page_count(3);
----
# page_count
0

PRAGMA main.page_count;
----
# page_count
0

PRAGMA nosuch.page_count;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_page_count;
----
# page_count
0

SELECT * FROM pragma_page_count('main');
----
# page_count
0

SELECT * FROM pragma_page_count(1, 2);
----
error ERROR: too many arguments on pragma_page_count() - max 1

-- The temp database has no pages before something is written into it.
PRAGMA temp.page_count;
----
# page_count
0

SELECT page_count FROM pragma_page_count WHERE schema = 'temp';
----
# page_count
0

SELECT count(*) FROM temp.sqlite_schema;
----
# count(*)
0

PRAGMA temp.page_count;
----
# page_count
0

CREATE TEMP TABLE kept(a);

PRAGMA temp.page_count;
----
# page_count
2

DROP TABLE kept;

PRAGMA temp.page_count;
----
# page_count
2
