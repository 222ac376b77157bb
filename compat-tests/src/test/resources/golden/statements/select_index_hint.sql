-- SELECT: INDEXED BY, NOT INDEXED, table-valued functions, names of columns.
-- covers: SELECT
-- labels: yes

CREATE TABLE t(a INTEGER PRIMARY KEY, b, "c d", e AS (b || '!'));
CREATE INDEX tb ON t(b);
INSERT INTO t(b, "c d") VALUES('z', 1), ('y', 2), ('x', 3);
SELECT a FROM t INDEXED BY tb WHERE b > 'x';
----
# a
2
1

SELECT a FROM t NOT INDEXED WHERE b > 'x';
----
# a
1
2

SELECT b FROM t INDEXED BY tb;
----
# b
'x'
'y'
'z'

SELECT a FROM t INDEXED BY nosuch;
----
error ERROR: no such index: nosuch

SELECT a FROM t INDEXED BY tb WHERE a = 1;
----
# a
1

SELECT a FROM (SELECT * FROM t) INDEXED BY tb;
----
error ERROR: near "INDEXED": syntax error

SELECT a, b, "c d", t.a, main.t.b, e, rowid, oid, _rowid_, a+1, a + 1 AS "sum of", count(*), 'text', 1, NULL, -a, (a), (SELECT 1) FROM t;
----
# a|b|c d|a|b|e|a|a|a|a+1|sum of|count(*)|'text'|1|NULL|-a|a|(SELECT 1)
1|'z'|1|1|'z'|'z!'|1|1|1|2|2|3|'text'|1|NULL|-1|1|1

SELECT * FROM t AS u WHERE u.a = 1;
----
# a|b|c d|e
1|'z'|1|'z!'

SELECT u.* FROM t u LIMIT 1;
----
# a|b|c d|e
1|'z'|1|'z!'

SELECT [c d], `c d`, "nosuch", 'c d' FROM t LIMIT 1;
----
# c d|c d|"nosuch"|'c d'
1|1|'nosuch'|'c d'

SELECT value, j.key FROM json_each('[5,6]') AS j;
----
# value|key
5|0
6|1

SELECT * FROM pragma_table_info('t') WHERE name = 'b';
----
# cid|name|type|notnull|dflt_value|pk
1|'b'|''|0|NULL|0

SELECT * FROM t('x');
----
error ERROR: 't' is not a function

SELECT * FROM nosuch('x');
----
error ERROR: no such table: nosuch

SELECT * FROM json_each('[1]', '$', 3, 4);
----
error ERROR: too many arguments on json_each() - max 2

SELECT rowid FROM (SELECT 1);
----
error ERROR: no such column: rowid
