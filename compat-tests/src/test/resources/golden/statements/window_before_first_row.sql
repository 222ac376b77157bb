-- A frame that is empty for the first row: max() is asked for its value before it has seen any.
-- covers: SELECT

CREATE TABLE t(a, b, c);
INSERT INTO t VALUES('BB','aa',3),('AA','bb',2),('AA','aa',1),('CC','aa',5),('BB','bb',4);
SELECT a, b, max(c) OVER (ORDER BY a, b GROUPS BETWEEN 2 PRECEDING AND 1 PRECEDING) FROM t ORDER BY 3, 1, 2;
----
'AA'|'aa'|NULL
'AA'|'bb'|1
'BB'|'aa'|2
'BB'|'bb'|3
'CC'|'aa'|4

SELECT a, min(c) OVER (ORDER BY a, b ROWS BETWEEN 2 FOLLOWING AND 3 FOLLOWING), sum(c) OVER (ORDER BY a, b ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING) FROM t ORDER BY a, b;
----
'AA'|3|NULL
'AA'|4|1
'BB'|5|3
'BB'|NULL|5
'CC'|NULL|7
