-- Loops over more rows than it takes for the machine to look for what they begin with: tests of columns, in all types.
-- covers: SELECT

CREATE TABLE t(a INTEGER, b, c TEXT, d REAL);
WITH n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 4000)
INSERT INTO t SELECT i * 7919 % 4000,
  CASE i % 7 WHEN 0 THEN NULL WHEN 1 THEN 'text ' || i WHEN 2 THEN i * 1.5 WHEN 3 THEN x'00ff' || i ELSE i * i * i END,
  CASE i % 5 WHEN 0 THEN NULL ELSE printf('%.*c%d Fifty five', i % 90, 'f', i) END, i / 3.0 FROM n;
ALTER TABLE t ADD COLUMN e DEFAULT 12;
INSERT INTO t SELECT a + 10000, b, c, d, a % 30 FROM t WHERE a % 20 = 3;
CREATE TABLE few(x INTEGER, y TEXT);
INSERT INTO few VALUES(5, '%fifty%'), (NULL, NULL), (3000, '%9_F%'), (12, 'f%');

SELECT count(*), sum(a), min(a), max(a) FROM t WHERE a >= 100 AND a < 900;
----
800|399600|100|899

SELECT count(*), avg(a) FROM t WHERE a > 3990;
----
209|11648.588516746411

SELECT count(*), sum(a) FROM t WHERE b < 50000 AND b >= 100 AND a <> 17;
----
604|1493252

SELECT count(*), sum(a) FROM t WHERE b = 'text 8';
----
1|3352

SELECT count(*), sum(a) FROM t WHERE b > 'text';
----
601|1487233

SELECT count(*), sum(a) FROM t WHERE b >= x'00';
----
0|NULL

SELECT count(*), sum(a) FROM t WHERE d > '1000' AND d <= 1001.4 AND c > 'f';
----
4|3190

SELECT count(*), sum(a) FROM t WHERE c = 'f1 Fifty five' COLLATE NOCASE;
----
1|3919

SELECT count(*), sum(a) FROM t WHERE e = 12 AND a < 200;
----
200|19900

SELECT count(*), sum(a) FROM t WHERE e < 12 AND a > 200;
----
67|802861

SELECT count(*), sum(a) FROM t WHERE c LIKE '%fifty%' AND a < 1000;
----
800|400000

SELECT count(*), sum(a) FROM t WHERE a < 1000 AND c LIKE '%9 f%' AND b > 3;
----
86|42446

SELECT count(*), sum(a) FROM t WHERE c LIKE '%ffffffffffffffffffffffffffff12%';
----
70|195215

SELECT count(*), sum(a) FROM t WHERE c NOT LIKE '%5%';
----
2736|6910192

SELECT count(*), sum(a) FROM t WHERE c GLOB '*F*five' AND d > 100;
----
3145|8135355

SELECT count(*), sum(a) FROM t WHERE c LIKE 'f_1%' ESCAPE 'x';
----
17|30061

SELECT count(*), sum(a) FROM t WHERE b LIKE '%34%';
----
178|418954

SELECT count(*), sum(a) FROM t WHERE a IS NULL OR b IS 64;
----
1|3676

SELECT x, y, count(t.a), sum(t.a) FROM few LEFT JOIN t ON t.a > few.x AND t.c LIKE few.y GROUP BY few.rowid;
----
5|'%fifty%'|3396|8798590
NULL|NULL|0|NULL
3000|'%9_F%'|100|349600
12|'f%'|3390|8798537

SELECT x, (SELECT count(*) FROM t WHERE t.a > few.x AND t.a < 3500) FROM few;
----
5|3494
NULL|0
3000|499
12|3487

SELECT count(*), sum(t.a + u.a) FROM t JOIN t AS u ON u.rowid = t.rowid + 1 WHERE t.a < u.a AND u.b > 5;
----
138|1920940

SELECT a, c FROM t WHERE a >= 3995 AND a < 10005 ORDER BY a, c;
----
3995|NULL
3996|'ffffffffffffffffffffffff1284 Fifty five'
3997|'fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff2963 Fifty five'
3998|'ffffffffffff642 Fifty five'
3999|'fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff2321 Fifty five'
10003|'fffffffffffffffffffffffffffffffffffffffffffffff1037 Fifty five'

SELECT group_concat(a) FROM (SELECT a FROM t WHERE a > 3000 AND d < 50 LIMIT 20);
----
'3919,3838,3757,3676,3595,3514,3433,3352,3271,3190,3109,3028,3950,3869,3788,3707,3626,3545,3464,3383'

CREATE INDEX ta ON t(a, e);
SELECT count(*), sum(e), sum(d) FROM t INDEXED BY ta WHERE a > 50 AND e > 3;
----
4082|49787|2720352.0

UPDATE t SET a = a + 1 WHERE d >= 500 AND d < 900;
SELECT changes(), sum(a) FROM t;
----
1260|10397860

DELETE FROM t WHERE d >= 700 AND d < 800.5;
SELECT changes(), count(*), sum(a) FROM t;
----
317|3883|9613529

DELETE FROM t WHERE c LIKE '%fifty%' AND a > 1500;
SELECT changes(), count(*), sum(a) FROM t;
----
2031|1852|2314105

-- An error in a row far down.
SELECT count(*) FROM t WHERE a >= 0 AND abs(a - 1000000 - 9223372036853775808 * (a > 13990)) > 5;
----
1852

SELECT count(*) FROM t WHERE c LIKE '%fifty%' ESCAPE substr('ab', 1, 1 + (a > 1480));
----
error ERROR: ESCAPE expression must be a single character

CREATE TABLE log(n);
CREATE TRIGGER tr AFTER UPDATE OF e ON t BEGIN INSERT INTO log SELECT count(*) FROM t WHERE a >= new.a AND a < new.a + 20; END;
UPDATE t SET e = 0 WHERE d > 100 AND d < 110;
SELECT count(*), sum(n) FROM log;
----
7|60

PRAGMA integrity_check;
----
'ok'
