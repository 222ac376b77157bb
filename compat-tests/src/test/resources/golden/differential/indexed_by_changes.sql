-- UPDATE and DELETE find rows by the index that INDEXED BY names, not by the rowid, and fail if it does not serve.

CREATE TABLE t(a INTEGER PRIMARY KEY, b);
CREATE INDEX i ON t(b);
CREATE INDEX j ON t(b) WHERE b>5;
INSERT INTO t VALUES(1,2),(3,9);

DELETE FROM t INDEXED BY j WHERE a=1;
----
error ERROR: no query solution

UPDATE t INDEXED BY j SET b=3 WHERE a=1;
----
error ERROR: no query solution

DELETE FROM t INDEXED BY j WHERE a=3 AND b>5 RETURNING *;
----
3|9

UPDATE t INDEXED BY i SET b=7 WHERE a=1 RETURNING *;
----
1|7
