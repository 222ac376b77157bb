-- AND and OR compute the side without a subquery first, and the subquery only if that does not decide.

CREATE TABLE t(c, a);
INSERT INTO t VALUES('x', 1);

SELECT 1 FROM t WHERE (SELECT NULL) IS NOT TRUE OR json(c);
----
error ERROR: malformed JSON

SELECT 2 FROM t WHERE json(c) OR (SELECT 1);
----
error ERROR: malformed JSON

SELECT 3 FROM t WHERE a OR (SELECT json(c));
----
3

SELECT 4 FROM t WHERE (SELECT json(c)) OR a;
----
4

SELECT 5 FROM t WHERE NOT((SELECT json(c)) AND a-1);
----
5

SELECT (SELECT json(c)) OR a, a OR (SELECT json(c)), NOT a AND (SELECT json(c)), (SELECT json(c)) AND a-1 FROM t;
----
1|1|0|0

SELECT a AND (SELECT 2), NULL AND (SELECT 0), NULL OR (SELECT 1), (SELECT NULL) OR a, NULL OR (SELECT 0) FROM t;
----
1|0|1|1|NULL

SELECT a OR json(c) FROM t;
----
error ERROR: malformed JSON

SELECT a IN (SELECT json(c)) OR a FROM t;
----
1

SELECT CASE WHEN EXISTS(SELECT json(c)) AND a-1 THEN 1 ELSE 2 END FROM t;
----
2

SELECT (SELECT json(c)) AND a FROM t;
----
error ERROR: malformed JSON

-- BETWEEN looks at its bounds in their sequence.
CREATE TABLE blobs(e);
INSERT INTO blobs VALUES(x'f09f');

SELECT 1 FROM blobs WHERE 'd' BETWEEN (SELECT NULL) AND json_array(e);

SELECT 1 FROM blobs WHERE NOT 'd' BETWEEN json_array(e) AND (SELECT NULL);
----
error ERROR: JSON cannot hold BLOB values

SELECT CASE WHEN 'd' BETWEEN (SELECT NULL) AND json_array(e) THEN 1 ELSE 2 END FROM blobs;
----
2

SELECT 'd' BETWEEN (SELECT NULL) AND json_array(e) FROM blobs;
----
error ERROR: JSON cannot hold BLOB values
