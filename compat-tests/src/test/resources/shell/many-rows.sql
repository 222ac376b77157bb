.mode column
WITH RECURSIVE c(x) AS (VALUES(1) UNION ALL SELECT x+1 FROM c WHERE x<300) SELECT x, x*x AS square, printf('%c', 64+x%26) AS letter FROM c;
.mode box
WITH RECURSIVE c(x) AS (VALUES(1) UNION ALL SELECT x+1 FROM c WHERE x<50) SELECT x, hex(x) FROM c;
