-- A search in an empty list that calls no function is TRUE or FALSE as soon as it is parsed, and behind IS it is a test of truth.

CREATE TABLE t(a,b);
INSERT INTO t VALUES(9,9),(1,1),(0,0),(NULL,NULL);

SELECT b FROM t WHERE b IS (a NOT IN ());
----
9
1

SELECT b FROM t WHERE b IS (a IN ());
----
0

SELECT b FROM t WHERE b IS NOT (a IN ());
----
9
1
NULL

SELECT b FROM t WHERE b IS NOT DISTINCT FROM (a NOT IN ());
----
9
1

SELECT b FROM t WHERE b IS (abs(a) NOT IN ());
----
1

SELECT b FROM t WHERE b = (a NOT IN ());
----
1

SELECT b FROM t WHERE b IS nosuch NOT IN ();
----
9
1
0
NULL

SELECT b FROM t WHERE b IS (nosuch NOT IN ());
----
9
1
