-- The fields of row values are computed as far as it takes to decide, also where the value of the comparison is wanted.

CREATE TABLE w(x);
INSERT INTO w VALUES(x'c3');

SELECT (1,'{}')>=(2,jsonb_insert('[0]','$.k',x)) FROM w;
----
0

SELECT (1,'{}')>=((SELECT NULL),jsonb_insert('[0]','$.k',x)) FROM w;
----
NULL

SELECT (1,'{}') IS (NULL,jsonb_insert('[0]','$.k',x)) FROM w;
----
0

SELECT (1,'{}')=(1,jsonb_insert('[0]','$.k',x)) FROM w;
----
error ERROR: JSON cannot hold BLOB values

SELECT (1,'{}') BETWEEN (2,jsonb_insert('[0]','$.k',x)) AND (3,3) FROM w;
----
0

SELECT x FROM w WHERE (1,'{}') BETWEEN ((SELECT NULL),jsonb_insert('[0]','$.k',x)) AND (x,x);

SELECT (1,NULL,3)<(1,NULL,4), (1,NULL,3)<(2,NULL,4), (1,NULL)=(1,2), (1,NULL)=(2,2), (NULL,1)<>(NULL,2), (1,2,3)<=(1,2,3), (1,2,3)<(1,2,3), (NULL,1) IS NOT (NULL,1);
----
NULL|1|NULL|0|1|1|0|0

-- The index of IN has more columns than its key.
CREATE TABLE k(b PRIMARY KEY, c) WITHOUT ROWID;
INSERT INTO k VALUES(1,2),(3,4),(5,NULL);

SELECT (NULL,NULL) IN (SELECT b,c FROM k), (1,NULL) IN (SELECT b,c FROM k), (1,2) IN (SELECT b,c FROM k), (1,9) IN (SELECT b,c FROM k), (5,6) NOT IN (SELECT b,c FROM k), (2,1) IN (SELECT c,b FROM k);
----
NULL|NULL|1|0|NULL|1
