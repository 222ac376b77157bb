-- Comparisons: affinity, type order, collation.

CREATE TABLE t(i INT, x TEXT, r REAL, n NUMERIC, b BLOB, nc TEXT COLLATE NOCASE);
INSERT INTO t VALUES(10, '10', 10, '10', '10', 'Ab'), ('10.0', 10.0, '10', 'x10', 10, 'aB'), ('abc', 'abc', 'abc', 'abc', x'616263', 'ABC'), (NULL, NULL, NULL, NULL, NULL, NULL);
SELECT typeof(i), typeof(x), typeof(r), typeof(n), typeof(b) FROM t;
----
'integer'|'text'|'real'|'integer'|'text'
'integer'|'text'|'real'|'text'|'integer'
'text'|'text'|'text'|'text'|'blob'
'null'|'null'|'null'|'null'|'null'

SELECT i = '10', i = 10.0, x = 10, x = 10.0, r = '10', n = '10', b = 10, b = '10', i = x, i = b, x = b, r = i, nc = 'AB', 'AB' = nc FROM t;
----
1|1|1|0|1|1|0|1|1|1|1|1|1|1
1|1|0|1|1|0|1|0|1|1|0|1|1|1
0|0|0|0|0|0|0|0|1|0|0|1|0|0
NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL

SELECT i < 'abc', x < 9, b < 9, b < '9', n < 'b', i < x, x || '' = 10, +i = '10', CAST(i AS TEXT) = 10, -x = -10, (i) = '10', (i + 0) = '10' FROM t;
----
1|1|0|1|1|0|0|0|1|1|1|0
1|1|0|1|0|0|0|0|1|1|1|0
0|0|0|0|1|0|0|0|0|0|0|0
NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL|NULL

SELECT i IN ('10'), x IN (10), b IN (10), i IN (SELECT x FROM t), b IN (SELECT i FROM t), '10' IN (SELECT i FROM t), i BETWEEN '9' AND '11', x BETWEEN 9 AND 11, CASE i WHEN '10' THEN 1 END, CASE b WHEN '10' THEN 1 WHEN 10 THEN 2 END FROM t;
----
1|1|0|1|1|1|1|0|1|1
1|0|1|1|1|1|1|0|1|2
0|0|0|1|NULL|1|0|0|NULL|NULL
NULL|NULL|NULL|NULL|NULL|1|NULL|NULL|NULL|NULL

SELECT 1 < 'a', 'a' < x'00', NULL < 1, 1 < 2.5, '10' < '9', x'00' < x'0000', 'a' < 'B', 'a' < 'B' COLLATE NOCASE, 9223372036854775807 = 9223372036854775808.0, 9223372036854775807 < 9223372036854775808.0, -9223372036854775808 = -9223372036854775808.0, 9007199254740993 = 9007199254740992.0, 1 = 1.0, '1' = 1, 0.0 = -0.0;
----
1|1|NULL|1|1|1|0|1|0|1|1|0|1|0|1

SELECT i FROM t ORDER BY i;
----
NULL
10
10
'abc'

SELECT b FROM t ORDER BY b DESC;
----
x'616263'
'10'
10
NULL

SELECT nc, nc = 'ab' COLLATE BINARY, nc COLLATE BINARY = 'ab', nc || '' = 'ab', 'ab' = nc || '' FROM t;
----
'Ab'|0|0|0|0
'aB'|0|0|0|0
'ABC'|0|0|0|0
NULL|NULL|NULL|NULL|NULL

SELECT max(i, x), min(b, n) FROM t;
----
'10'|10
'10.0'|10
'abc'|'abc'
NULL|NULL

SELECT 'a' = 'a ' COLLATE RTRIM, 'a' = 'a  ', 'a ' < 'a' COLLATE RTRIM;
----
1|0|0

SELECT 'a' = 'A' COLLATE nosuch;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: nosuch

SELECT x FROM t ORDER BY x COLLATE nosuch;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: nosuch
