-- PRAGMA optimize: ANALYZE where it seems useful.
-- covers: optimize
-- labels: yes

CREATE TABLE t(a, b);
CREATE INDEX ta ON t(a);
WITH RECURSIVE c(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM c WHERE x < 200) INSERT INTO t SELECT x / 10, x FROM c;
PRAGMA optimize;
----
# optimize

SELECT name FROM sqlite_schema WHERE name <> 'sqlite_stat4' ORDER BY name;
----
# name
'sqlite_stat1'
't'
'ta'

-- Tables that were queried are looked at.
SELECT count(*) FROM t WHERE a = 5;
----
# count(*)
10

PRAGMA optimize(-1);
----
# optimize

-- With 0x10000 all tables.
PRAGMA optimize(0x10000);
----
# optimize

PRAGMA optimize(0x10003);
----
# optimize

PRAGMA optimize(0x10002);
----
# optimize

SELECT tbl, idx, stat FROM sqlite_stat1;
----
# tbl|idx|stat
't'|'ta'|'200 10'

PRAGMA optimize(0x10003);
----
# optimize

PRAGMA main.optimize(0x10003);
----
# optimize

PRAGMA temp.optimize;
----
# optimize

SELECT * FROM pragma_optimize(0x10003);
----
# optimize

-- Of an empty table there is nothing to learn, unless all tables are asked for.
CREATE TABLE hollow(x PRIMARY KEY);

CREATE TABLE filled(x PRIMARY KEY);
INSERT INTO filled VALUES(1);

PRAGMA optimize(3);
----
# optimize
'ANALYZE "main"."filled"'

-- The mask has 32 bits.
PRAGMA optimize(9223372036854775808);
----
# optimize
