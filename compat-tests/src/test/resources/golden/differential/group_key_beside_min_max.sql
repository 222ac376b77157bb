-- A result that is a term of GROUP BY, and no mere column, shows the group's key, also where min() or max() says which row's columns are shown.

CREATE TABLE t(a, b);

INSERT INTO t VALUES(0.0,1),(0,2),(0.0,3),('x',4),('X',5),('x',6);

SELECT abs(a), min(-(b=2)) FROM t GROUP BY abs(a);
----
0.0|-1

SELECT abs(a), a, min(-(b=2)) FROM t GROUP BY abs(a);
----
0.0|0|-1

SELECT abs(a)||'x', a, min(-(b=2)) FROM t GROUP BY abs(a);
----
'0x'|0|-1

SELECT a+0, min(-(b=2)) FROM t GROUP BY a+0 HAVING a+0=0;
----
0.0|-1

SELECT +a, min(-(b=2)) FROM t GROUP BY +a;
----
0.0|-1
'X'|0
'x'|0

SELECT a COLLATE BINARY, a, min(-(b=2)) FROM t GROUP BY a COLLATE NOCASE;
----
0|0|-1
'x'|'x'|0

SELECT a||'' COLLATE NOCASE, a, max(b=5) FROM t GROUP BY a||'' COLLATE NOCASE;
----
'0'|0|0
'0.0'|0.0|0
'x'|'X'|1

SELECT (a||'') COLLATE NOCASE, a, max(b=5) FROM t GROUP BY 1;
----
'0'|0|0
'0.0'|0.0|0
'x'|'X'|1

SELECT DISTINCT (a||'') COLLATE NOCASE, max(b=5) FROM t GROUP BY 1 ORDER BY 2,1;
----
'0'|0
'0.0'|0
'x'|1

SELECT (a||'') COLLATE NOCASE, max(b=5) FROM t GROUP BY 1 ORDER BY 1 DESC;
----
'x'|1
'0.0'|0
'0'|0

SELECT (a||'') COLLATE NOCASE AS c, max(b=5) FROM t GROUP BY c ORDER BY c||'y' DESC;
----
'x'|1
'0'|0
'0.0'|0

SELECT CAST(a AS NUMERIC), min(-(b=2)) FROM t GROUP BY 1;
----
0.0|-1

SELECT a+0, min(-(b=2)) FROM t GROUP BY a+0 ORDER BY a+0;
----
0.0|-1

SELECT a+0, min(-(b=2)) FROM t GROUP BY a+0 ORDER BY b;
----
0.0|-1

SELECT a+0, a+0, min(-(b=2)) FROM t GROUP BY a+0 ORDER BY a+0, b;
----
0|0|-1

SELECT c, min(-(b=2)) FROM (SELECT a+0 c, b FROM t) GROUP BY c;
----
0.0|-1

SELECT c, min(-(b=2)) FROM (SELECT a+0 c, b FROM t LIMIT 10) GROUP BY c;
----
0|-1

SELECT c+1, min(-(b=2)) FROM (SELECT a+0 c, b FROM t) GROUP BY c;
----
1|-1

SELECT c+1, min(-(b=2)) FROM (SELECT a+0 c, b FROM t) GROUP BY c+1;
----
1.0|-1

SELECT c, min(-(b=2)) FROM (SELECT a c, b FROM t) GROUP BY c;
----
0|-1
'X'|0
'x'|0

SELECT (SELECT typeof(a+0)), min(-(b=2)) FROM t GROUP BY a+0;
----
'integer'|-1

SELECT a+0, a*1, min(-(b=2)) FROM t GROUP BY a+0, a*1;
----
0.0|0.0|-1

SELECT a+0, a*1, a, min(-(b=2)) FROM t GROUP BY a+0;
----
0.0|0|0|-1

SELECT typeof(x) FROM (SELECT a+0 x, min(-(b=2)) FROM t GROUP BY a+0);
----
'real'

SELECT a+0, min(-(b=2)) OVER (), min(-(b=2)) FROM t GROUP BY a+0;
----
0|-1|-1

SELECT a+0, min(-(b=2)) FROM t GROUP BY a+0 UNION ALL SELECT 1,2;
----
0.0|-1
1|2

SELECT a+0, min(-(b=2)) FROM t GROUP BY a+0 UNION SELECT 1,2 ORDER BY 1;
----
0|-1
1|2

SELECT a+0, min(-(b=2)) FROM t GROUP BY a+0 ORDER BY 1 LIMIT 1;
----
0.0|-1

SELECT likely(a+0), min(-(b=2)) FROM t GROUP BY a+0;
----
0|-1

SELECT likely(a+0), min(-(b=2)) FROM t GROUP BY likely(a+0);
----
0.0|-1

SELECT likely(a), min(-(b=2)) FROM t GROUP BY likely(a);
----
0|-1
'X'|0
'x'|0

SELECT a+0, min(-(b=2)) FROM t GROUP BY likely(a+0);
----
0|-1

SELECT +a, min(-(b=2)) FROM t GROUP BY a;
----
0|-1
'X'|0
'x'|0

SELECT a, min(-(b=2)) FROM t GROUP BY +a;
----
0|-1
'X'|0
'x'|0

SELECT rowid+0, min(b) FROM t GROUP BY rowid+0;
----
1|1
2|2
3|3
4|4
5|5
6|6

SELECT 1+1, min(b) FROM t GROUP BY 1+1;
----
2|1

SELECT (SELECT 0.0), min(b) FROM t GROUP BY (SELECT 0.0);
----
0.0|1

SELECT CASE WHEN b=2 THEN 0 ELSE 0.0 END, min(-(b=2)) FROM t GROUP BY 1;
----
0.0|-1

SELECT CASE WHEN b=2 THEN 0 ELSE 0.0 END, max(b=2) FILTER (WHERE b>0), count(*) FROM t GROUP BY 1;
----
0.0|1|6

SELECT coalesce(a,1), count(*), max(b=2) FROM t GROUP BY 1 HAVING count(*)>1;
----
0.0|3|1
'x'|2|0

SELECT coalesce(a,1) k, max(b=2) FROM t GROUP BY k HAVING typeof(k)='real';
----
0.0|0

SELECT coalesce(a,1) k, max(b=2) FROM t GROUP BY k HAVING typeof(k)='integer';
----
0|1

SELECT coalesce(a,1) k, max(b=2) FROM t GROUP BY k HAVING k;

SELECT 5 IN (SELECT coalesce(a,5) FROM t GROUP BY 1 HAVING max(b));
----
0

SELECT a+0, min(-(b=2)) FROM t GROUP BY a+0 ORDER BY a+0, b;
----
0|-1

SELECT a+0, min(-(b=2)) FROM t GROUP BY a+0 ORDER BY a+1, b;
----
0.0|-1

SELECT a+0, min(-(b=2)) FROM t GROUP BY a+0, b>7 ORDER BY 1;
----
0|-1

SELECT DISTINCT a+0, min(-(b=2)) FROM t GROUP BY a+0, b>7 ORDER BY 2;
----
0.0|-1

SELECT a+0, min(-(b=2)) FROM t GROUP BY a+0 INTERSECT SELECT 0,-1;
----
0|-1

SELECT a+0, min(-(b=2)) FROM t GROUP BY a+0 EXCEPT SELECT 1,-1 ORDER BY 2;
----
0|-1

SELECT a+0 COLLATE NOCASE, min(-(b=2)) FROM t GROUP BY a+0 COLLATE NOCASE ORDER BY a+0 COLLATE NOCASE, 2;
----
0|-1
