-- COLLATE in an argument of an aggregate or window function is in force where its result is compared, ordered and grouped; in FILTER, ORDER BY and OVER it is not.

CREATE TABLE t(g,d);
INSERT INTO t VALUES(1,'b'),(2,'A'),(3,'a'),(4,'B'),(5,'C');

SELECT max(d COLLATE nocase)='c', max(d)='c', max(d) FILTER (WHERE d>'' COLLATE nocase)='c', group_concat(d COLLATE nocase ORDER BY d)='ABCAB', min(d COLLATE nocase) FROM t;
----
1|0|0|0|'A'

SELECT max(d COLLATE nocase) x FROM t GROUP BY g ORDER BY x, g;
----
'A'
'a'
'b'
'B'
'C'

SELECT group_concat(d ORDER BY d COLLATE nocase) x FROM t GROUP BY g ORDER BY x;
----
'A'
'B'
'C'
'a'
'b'

SELECT group_concat(DISTINCT d COLLATE nocase) x FROM t GROUP BY g ORDER BY x, g;
----
'A'
'a'
'b'
'B'
'C'

SELECT DISTINCT max(d COLLATE nocase) x FROM t GROUP BY g ORDER BY x, g;
----
'A'
'b'
'C'

SELECT g, max(d COLLATE nocase) OVER (ORDER BY g)='B', max(d) OVER (ORDER BY g COLLATE nocase)='B' FROM t;
----
1|1|0
2|1|0
3|1|0
4|1|0
5|0|0

SELECT lag(d COLLATE nocase, 0) OVER (ORDER BY g) x, g FROM t ORDER BY x, g;
----
'A'|2
'a'|3
'b'|1
'B'|4
'C'|5

SELECT x FROM (SELECT max(d COLLATE nocase) x FROM t GROUP BY g) WHERE x='a' ORDER BY x;
----
'A'
'a'

SELECT max(d COLLATE nocase) IN ('c'), max(d COLLATE nocase) IN ('c', 'x', 'y'), max(d COLLATE nocase) BETWEEN 'c' AND 'c' FROM t;
----
1|1|1

SELECT g FROM t GROUP BY g HAVING max(d COLLATE nocase)='B' ORDER BY g;
----
1
4

-- An index in another order cannot serve such a comparison.
CREATE TABLE u(c);
CREATE INDEX uc ON u(c);
INSERT INTO u VALUES('aBc');

SELECT c FROM u WHERE c BETWEEN 1 AND ltrim('ab' COLLATE nocase);

SELECT c FROM u WHERE c=ltrim('abc' COLLATE nocase);
----
'aBc'

EXPLAIN QUERY PLAN SELECT c FROM u WHERE c=ltrim('ab' COLLATE nocase);
----
2|0|216|'SCAN u'
