-- Inside of a recursive common table, too, a column has the affinity and the collation that the whole table gives it.

CREATE TABLE t(a TEXT COLLATE nocase);
INSERT INTO t VALUES('a');

WITH w(x) AS (SELECT CAST('1' AS TEXT) UNION ALL SELECT CASE WHEN x=1 THEN 'yes' ELSE 'no' END FROM w LIMIT 2) SELECT x FROM w;
----
'1'
'yes'

WITH w(x) AS (SELECT CAST('1' AS INT) UNION ALL SELECT CASE WHEN x='1' THEN 5 ELSE 6 END FROM w LIMIT 2) SELECT x FROM w;
----
1
5

WITH w(x) AS (SELECT a FROM t UNION ALL SELECT CASE WHEN x='A' THEN 'b' ELSE 'c' END FROM w LIMIT 2) SELECT x, x='B' FROM w;
----
'a'|0
'b'|1

-- The column is handed on.
WITH w(x,y) AS (SELECT CAST('1' AS TEXT),1 UNION ALL SELECT x,x=1 FROM w LIMIT 2) SELECT x,y FROM w;
----
'1'|1
'1'|1

WITH w(x,y) AS (SELECT CAST('1' AS INT),1 UNION ALL SELECT x+1,x='1' FROM w LIMIT 2) SELECT x,y FROM w;
----
1|1
2|1

-- Only the recursive part has an affinity.
WITH w(x,y) AS (SELECT 1,1 UNION ALL SELECT CAST(5 AS INT),x='1' FROM w LIMIT 3) SELECT x,y,typeof(x),x='5' FROM w;
----
1|1|'integer'|0
5|1|'integer'|1
5|0|'integer'|1

-- A text column that is united with one without type has the affinity BLOB: numbers are not compared as texts.
CREATE TABLE u(a,c TEXT);
INSERT INTO u VALUES(1000,NULL),(-1,'x%y'),(2,'e'),(5.41,NULL),(9,NULL),(1,'');

WITH w(x) AS (SELECT c FROM u UNION SELECT t.a FROM w JOIN u t ON t.c > w.x) SELECT x, typeof(x) FROM w ORDER BY x;
----
NULL|'null'
-1|'integer'
1|'integer'
2|'integer'
''|'text'
'e'|'text'
'x%y'|'text'
