-- ORDER BY inside of a recursive query orders what is visited, not the rows that come out.

WITH w1(x2) AS MATERIALIZED (VALUES(1) UNION ALL SELECT x2+1 FROM w1 WHERE x2<10 ORDER BY 1 DESC) SELECT x2 FROM w1 ORDER BY 1;
----
1
2
3
4
5
6
7
8
9
10

WITH w1(x2) AS (VALUES(5) UNION ALL SELECT x2-1 FROM w1 WHERE x2>1 ORDER BY 1) SELECT x2 from w1 order by x2;
----
1
2
3
4
5
