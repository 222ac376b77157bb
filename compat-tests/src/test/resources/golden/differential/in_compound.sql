-- IN compares with a compound as with its last arm: its affinity and its collation count.

CREATE TABLE t(i INTEGER, x TEXT, n, c TEXT COLLATE NOCASE);
INSERT INTO t VALUES(1,'1','1','a'),(2,'A','a','A');
CREATE INDEX tn ON t(n);
CREATE INDEX tx ON t(x);

SELECT 'a' IN (SELECT 'A' UNION ALL SELECT c FROM t WHERE 0), 'a' IN (SELECT c FROM t WHERE 0 UNION ALL SELECT 'A');
----
1|0

SELECT ('a',1) IN (SELECT 'A',1 UNION ALL SELECT c,1 FROM t WHERE 0);
----
1

-- So does a list of rows.
SELECT ('a',i) IN (('A',i),(c,i)), ('a',i) IN ((c,i),('A',i)) FROM t;
----
1|1
1|0

SELECT 'a' IN (VALUES('A' COLLATE NOCASE),('b')), 'a' IN (VALUES('A'),('b' COLLATE NOCASE)), 'a' IN (VALUES('A' COLLATE NOCASE));
----
1|0|1

-- An index is used only where it has the order of the comparison.
SELECT i FROM t WHERE n IN (SELECT x FROM t UNION ALL SELECT i FROM t);
----
1

SELECT i FROM t WHERE x IN (SELECT x FROM t UNION ALL SELECT i FROM t);
----
1
2

SELECT i FROM t WHERE x IN (SELECT i FROM t UNION ALL SELECT x FROM t);
----
1
2
