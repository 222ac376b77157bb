-- ANALYZE, REINDEX, VACUUM.
-- covers: ANALYZE REINDEX VACUUM

CREATE TABLE t(a INTEGER PRIMARY KEY, b, c);
CREATE INDEX tb ON t(b);
CREATE INDEX tbc ON t(b, c);
CREATE TABLE e(x);
WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 100) INSERT INTO t SELECT i, i % 5, i % 10 FROM n;
ANALYZE;
SELECT * FROM sqlite_stat1 ORDER BY idx;
----
't'|'tb'|'100 20'
't'|'tbc'|'100 20 10'

DELETE FROM t WHERE a > 50;
ANALYZE t;
SELECT * FROM sqlite_stat1 ORDER BY idx;
----
't'|'tb'|'50 10'
't'|'tbc'|'50 10 5'

ANALYZE tb;
ANALYZE main;
ANALYZE main.t;
ANALYZE nosuch;
----
error ERROR: no such table: nosuch

ANALYZE nosuch.t;
----
error ERROR: unknown database nosuch

ANALYZE e;
SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'e';
----
0

DROP INDEX tb;
SELECT idx FROM sqlite_stat1 ORDER BY idx;
----
'tbc'

REINDEX;
REINDEX t;
REINDEX tbc;
REINDEX NOCASE;
REINDEX main.tbc;
REINDEX nosuch;
----
error ERROR: unable to identify the object to be reindexed

REINDEX nosuch.t;
----
error ERROR: unknown database nosuch

VACUUM;
SELECT count(*), sum(b), sum(c) FROM t;
----
50|100|225

VACUUM main;
VACUUM nosuch;
----
error ERROR: unknown database nosuch

VACUUM temp;
CREATE TABLE unique_name(u UNIQUE);
VACUUM INTO '{dir}/copy.db';
ATTACH '{dir}/copy.db' AS copy;
SELECT name FROM copy.sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name;
----
'e'
'sqlite_autoindex_unique_name_1'
't'
'tbc'
'unique_name'

SELECT count(*) FROM copy.t;
----
50

VACUUM INTO '{dir}/copy.db';
----
error ERROR: output file already exists

VACUUM main INTO '{dir}/other.db';
VACUUM INTO 5;
----
error ERROR: non-text filename

SELECT rowid, x FROM e;

PRAGMA integrity_check;
----
'ok'
