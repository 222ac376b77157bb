-- PRAGMA optimize looks at no more rows of an index than a limit says, of its own if there is no smaller one; then no samples are kept. It leaves the limit as it was.

CREATE TABLE t(a, b);

CREATE INDEX i ON t(a);

INSERT INTO t SELECT value, value % 10 FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]');

PRAGMA analysis_limit = 5000;
----
5000

PRAGMA optimize;

SELECT * FROM sqlite_stat1;
----
't'|'i'|'15 1'

SELECT count(*) FROM sqlite_stat4;
----
0

PRAGMA analysis_limit;
----
5000

DROP TABLE sqlite_stat1;

PRAGMA analysis_limit = 0;
----
0

ANALYZE sqlite_schema;

PRAGMA optimize(2);

SELECT count(*) FROM sqlite_stat4;
----
15
