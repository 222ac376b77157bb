-- PRAGMA optimize: which tables it looks at, and how closely.
-- covers: optimize, analysis_limit
-- labels: no

CREATE TABLE t(a, b, c UNIQUE);
CREATE INDEX ta ON t(a);
INSERT INTO t VALUES(1, 2, 3), (4, 5, 6);
ANALYZE;
INSERT INTO t WITH RECURSIVE c(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM c WHERE x < 5000) SELECT x % 10, x, x + 10 FROM c;

-- It has grown, but no statistics were asked for.
PRAGMA optimize(3);
----
# optimize

SELECT count(*) FROM t WHERE b = 1;
----
# count(*)
1

SELECT b FROM t WHERE c = 13;
----
# b
3

SELECT b FROM t WHERE rowid = 3;
----
# b
1

SELECT count(a) FROM t;
----
# count(a)
5002

SELECT b FROM t NOT INDEXED WHERE a = 33;
----
# b

PRAGMA optimize(3);
----
# optimize

-- All tables.
PRAGMA optimize(0x10003);
----
# optimize
'ANALYZE "main"."t"'

SELECT b FROM t WHERE a = 33;
----
# b

PRAGMA optimize(3);
----
# optimize
'ANALYZE "main"."t"'

PRAGMA optimize(1);
----
# optimize

PRAGMA optimize(0x11);
----
# optimize

-- With 0x10 a limit of 2000 entries with one value.
PRAGMA optimize(0x12);
----
# optimize

SELECT idx, stat FROM sqlite_stat1 ORDER BY idx;
----
# idx|stat
'sqlite_autoindex_t_1'|'5002 1'
'ta'|'5002 501'

-- The limit that was set stays.
PRAGMA analysis_limit;
----
# analysis_limit
0

-- A lower one than 2000 is better.
DELETE FROM t WHERE b > 300;
PRAGMA analysis_limit = 100;
----
# analysis_limit
100

PRAGMA optimize(0x12);
----
# optimize

SELECT idx, stat FROM sqlite_stat1 ORDER BY idx;
----
# idx|stat
'sqlite_autoindex_t_1'|'302 1'
'ta'|'302 26'

-- Without 0x10 as is set.
DELETE FROM t WHERE b > 20;
PRAGMA analysis_limit = 0;
----
# analysis_limit
0

PRAGMA optimize(2);
----
# optimize

SELECT idx, stat FROM sqlite_stat1 ORDER BY idx;
----
# idx|stat
'sqlite_autoindex_t_1'|'22 1'
'ta'|'22 3'

-- In a join the number of rows matters always.
CREATE TABLE u(x);
INSERT INTO u VALUES(1);
ANALYZE u;
INSERT INTO u SELECT b FROM t;

PRAGMA optimize(3);
----
# optimize

SELECT count(*) FROM u, t WHERE t.rowid = u.x;
----
# count(*)
23

PRAGMA optimize(3);
----
# optimize
'ANALYZE "main"."u"'

-- Tables of no index are not looked at before.
CREATE TABLE v(x);
INSERT INTO v VALUES(1);

PRAGMA optimize(3);
----
# optimize
'ANALYZE "main"."u"'

DROP TABLE u;

PRAGMA optimize(0x10003);
----
# optimize
'ANALYZE "main"."v"'
