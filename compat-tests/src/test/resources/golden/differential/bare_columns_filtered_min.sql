-- Of several calls of min() and max() the last one chooses the row of the bare columns; one that has a FILTER and is passed over chooses the first row.

CREATE TABLE t(c,d,e);
INSERT INTO t VALUES(1,1,'r1'),(1,3,'r2'),(1,2,'r3'),(2,9,'s1'),(2,8,'s2');

SELECT e, max(d), min(5) FILTER (WHERE NULL) FROM t GROUP BY c;
----
'r1'|3|NULL
's1'|9|NULL

SELECT e, min(5) FILTER (WHERE NULL), max(d) FROM t GROUP BY c;
----
'r2'|NULL|3
's1'|NULL|9

SELECT e, max(d), min(5) FILTER (WHERE d<3) FROM t GROUP BY c;
----
'r1'|3|5
's1'|9|NULL

SELECT e, max(d) FROM t GROUP BY c HAVING min(5) FILTER (WHERE NULL) NOT IN ();
----
'r1'|3
's1'|9

SELECT e, max(d) FILTER (WHERE d>1) FROM t GROUP BY c;
----
'r2'|3
's1'|9

-- Without GROUP BY only where each of them has a FILTER.
SELECT e, max(d), min(5) FILTER (WHERE NULL) FROM t;
----
's1'|9|NULL

SELECT e, max(d), min(d) FILTER (WHERE d<3) FROM t;
----
's1'|9|1

SELECT e, max(d) FILTER (WHERE d>1), min(d) FILTER (WHERE d<3) FROM t;
----
'r1'|9|1
