-- A side of AND and OR that a literal beside it makes needless is not computed.

CREATE TABLE t(b, d);
INSERT INTO t VALUES(5, 'x');

SELECT 1 FROM t WHERE json(d) OR 1;
----
1

SELECT CASE WHEN json(d) OR (b OR 1) THEN 2 END, CASE WHEN json(d) AND (b AND 0) THEN 3 END FROM t;
----
2|NULL

SELECT json(d) OR true, json(d) AND 0, (json(d) OR 1) + 1, b AND 1, 1 AND b, 0 OR b, b OR 0, 7 OR NULL, NULL AND 1, 8 AND 9 FROM t;
----
1|0|2|1|1|1|1|1|NULL|1

SELECT 4 FROM t WHERE NOT(json(d) OR 1);

SELECT 5 FROM t GROUP BY b HAVING json(d) OR 1;
----
5

SELECT 6 FROM t WHERE json(d) AND 1;
----
error ERROR: malformed JSON

SELECT 7 FROM t x JOIN t y ON x.b = y.b AND (json(y.d) OR 1);
----
7

CREATE TABLE u(a CHECK(json(a) OR 1));
INSERT INTO u VALUES('x');

SELECT * FROM u;
----
'x'
