-- What likely() and its kin say of a row does not hide that a column is not NULL in it.

CREATE TABLE t(b, c);
CREATE INDEX i ON t(c) WHERE b NOT NULL;
INSERT INTO t VALUES(1, 2), (NULL, 3), (0, 4);

SELECT c FROM t INDEXED BY i WHERE likely(b);
----
2

SELECT c FROM t INDEXED BY i WHERE unlikely(b > 0);
----
2

SELECT c FROM t INDEXED BY i WHERE likelihood(b, 0.5) = 0;
----
error ERROR: no query solution

SELECT c FROM t INDEXED BY i WHERE likely(c);
----
error ERROR: no query solution

UPDATE t INDEXED BY i SET c = 9 WHERE likely(b);

CREATE INDEX j ON t(b) WHERE c > 3;

SELECT b FROM t INDEXED BY j WHERE likely(c > 3) AND b = 0;
----
0

SELECT b FROM t INDEXED BY j WHERE unlikely(likelihood(c > 3, 0.5));
----
0
1

SELECT b FROM t INDEXED BY j WHERE likely(c) > 3;
----
error ERROR: no query solution
