-- SELECT: GROUP BY, HAVING, DISTINCT, ORDER BY, LIMIT.
-- covers: SELECT
-- labels: yes

CREATE TABLE t(a, b COLLATE NOCASE, c REAL);
INSERT INTO t VALUES(1, 'x', 1.5), (1, 'X', 2), (2, 'y', NULL), (NULL, 'Y', -1), (2, NULL, 7), (NULL, NULL, 0);
SELECT a, count(*), sum(c), min(b), max(b) FROM t GROUP BY a;
----
# a|count(*)|sum(c)|min(b)|max(b)
NULL|2|-1.0|'Y'|'Y'
1|2|3.5|'x'|'x'
2|2|7.0|'y'|'y'

SELECT b, count(*) FROM t GROUP BY b ORDER BY 2 DESC, 1;
----
# b|count(*)
NULL|2
'x'|2
'y'|2

SELECT b, count(*) FROM t GROUP BY b COLLATE BINARY ORDER BY b COLLATE BINARY;
----
# b|count(*)
NULL|2
'X'|1
'Y'|1
'x'|1
'y'|1

SELECT a, b, sum(c) AS s FROM t GROUP BY 1, 2 HAVING s > 0 ORDER BY s;
----
# a|b|s
1|'x'|3.5
2|NULL|7.0

SELECT a % 2 AS p, group_concat(c, '/') FROM t GROUP BY p HAVING count(c) > 1;
----
# p|group_concat(c, '/')
NULL|'-1.0/0.0'
1|'1.5/2.0'

SELECT sum(c), avg(c), count(*) FROM t HAVING count(*) > 100;
----
# sum(c)|avg(c)|count(*)

SELECT count(*) FROM t HAVING 1;
----
# count(*)
6

SELECT a, c, max(c) FROM t GROUP BY a;
----
# a|c|max(c)
NULL|0.0|0.0
1|2.0|2.0
2|7.0|7.0

SELECT DISTINCT a FROM t;
----
# a
1
2
NULL

SELECT DISTINCT b FROM t ORDER BY b DESC;
----
# b
'y'
'x'
NULL

SELECT DISTINCT a, b FROM t ORDER BY c LIMIT 3;
----
# a|b
2|'y'
NULL|'Y'
NULL|NULL

SELECT count(DISTINCT b), count(DISTINCT a) FROM t;
----
# count(DISTINCT b)|count(DISTINCT a)
2|2

SELECT a, b FROM t ORDER BY a, b;
----
# a|b
NULL|NULL
NULL|'Y'
1|'x'
1|'X'
2|NULL
2|'y'

SELECT a, c FROM t ORDER BY a DESC NULLS LAST, c ASC NULLS FIRST;
----
# a|c
2|NULL
2|7.0
1|1.5
1|2.0
NULL|-1.0
NULL|0.0

SELECT a, c FROM t ORDER BY a NULLS LAST, c DESC NULLS FIRST;
----
# a|c
1|2.0
1|1.5
2|NULL
2|7.0
NULL|0.0
NULL|-1.0

SELECT b FROM t ORDER BY b COLLATE BINARY, c;
----
# b
NULL
NULL
'X'
'Y'
'x'
'y'

SELECT a AS x, -c AS y FROM t ORDER BY y, x;
----
# x|y
2|NULL
2|-7.0
1|-2.0
1|-1.5
NULL|0.0
NULL|1.0

SELECT a FROM t ORDER BY c + a, 1 LIMIT 2;
----
# a
NULL
NULL

SELECT c FROM t ORDER BY c LIMIT 2 OFFSET 1;
----
# c
-1.0
0.0

SELECT c FROM t ORDER BY c LIMIT 1, 2;
----
# c
-1.0
0.0

SELECT c FROM t ORDER BY c LIMIT -1 OFFSET 4;
----
# c
2.0
7.0

SELECT c FROM t ORDER BY c LIMIT 0;
----
# c

SELECT c FROM t ORDER BY c LIMIT '2' OFFSET 1 + 1;
----
# c
0.0
1.5

SELECT c FROM t ORDER BY c LIMIT 2 OFFSET -5;
----
# c
NULL
-1.0

SELECT 1 AS one, 2 WHERE 0;
----
# one|2

SELECT ALL a FROM t LIMIT 1;
----
# a
1

SELECT a FROM t ORDER BY 3;
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 1

SELECT a FROM t ORDER BY 0;
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 1

SELECT a FROM t GROUP BY 2;
----
error ERROR: 1st GROUP BY term out of range - should be between 1 and 1

SELECT a FROM t GROUP BY count(*);
----
error ERROR: aggregate functions are not allowed in the GROUP BY clause

SELECT a FROM t LIMIT 'x';
----
error MISMATCH: datatype mismatch

SELECT a FROM t LIMIT 1.5;
----
error MISMATCH: datatype mismatch

SELECT a FROM t LIMIT NULL;
----
error MISMATCH: datatype mismatch

SELECT a FROM t LIMIT a;
----
error ERROR: no such column: a

SELECT a FROM t WHERE a = nosuch;
----
error ERROR: no such column: nosuch

SELECT sum(a) AS s FROM t WHERE s > 1;
----
error ERROR: misuse of aggregate: sum()

SELECT *;
----
error ERROR: no tables specified

SELECT;
----
error ERROR: near ";": syntax error

SELECT a FROM;
----
error ERROR: near ";": syntax error

SELECT a b c FROM t;
----
error ERROR: near "c": syntax error

SELECT a, FROM t;
----
error ERROR: near "FROM": syntax error

SELECT DISTINCT;
----
error ERROR: near ";": syntax error
