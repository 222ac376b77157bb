-- A LEFT JOIN that searches an index with an IN behind an equality: where the equality has NULL, the values of the IN were never read.

CREATE TABLE t(a,b,c);
CREATE TABLE u(a PRIMARY KEY, c) WITHOUT ROWID;
CREATE INDEX i ON u(c);
INSERT INTO t VALUES(1,NULL,2),(3,4,5),(6,7,8),(9,NULL,9);
INSERT INTO u VALUES(1,4),(2,7),(3,7),(4,NULL);

SELECT * FROM t LEFT JOIN u ON t.b=u.c AND u.a IN (SELECT NULL);
----
1|NULL|2|NULL|NULL
3|4|5|NULL|NULL
6|7|8|NULL|NULL
9|NULL|9|NULL|NULL

SELECT * FROM t LEFT JOIN u ON t.b=u.c AND u.a IN (2,3);
----
1|NULL|2|NULL|NULL
3|4|5|NULL|NULL
6|7|8|2|7
6|7|8|3|7
9|NULL|9|NULL|NULL

SELECT a, b, (SELECT u.a FROM t x LEFT JOIN u ON x.b=u.c AND u.a IN (2,3) WHERE x.c=t.c) FROM t ORDER BY CASE a WHEN 6 THEN 0 ELSE a END;
----
6|7|2
1|NULL|NULL
3|4|NULL
9|NULL|NULL
