-- Of a row that goes away only the columns are computed that triggers and foreign keys read, so that what is wrong with others is not noticed.

CREATE TABLE t(a,b);
CREATE TABLE l(x);
INSERT INTO t VALUES(1,2),(3,4),(5,6),(7,8);
ALTER TABLE t ADD g AS (strftime('%U:'));
CREATE TRIGGER r AFTER DELETE ON t WHEN old.a<5 BEGIN INSERT INTO l VALUES(old.b); END;

DELETE FROM t WHERE a=1;

SELECT x FROM l;
----
2

SELECT g FROM t;
----
error ERROR: non-deterministic use of strftime() in a generated column

DELETE FROM t WHERE a=5 RETURNING a;
----
error ERROR: non-deterministic use of strftime() in a generated column

UPDATE t SET a=9 WHERE a=5;
----
error ERROR: non-deterministic use of strftime() in a generated column

CREATE TRIGGER s BEFORE DELETE ON t WHEN old.a=7 BEGIN INSERT INTO l VALUES(old.g); END;

DELETE FROM t WHERE a=3;
----
error ERROR: non-deterministic use of strftime() in a generated column

DROP TRIGGER s;
CREATE UNIQUE INDEX ta ON t(a);
CREATE TABLE c(x REFERENCES t(a) ON DELETE CASCADE);
INSERT INTO c VALUES(3);
PRAGMA foreign_keys=1;

DELETE FROM t WHERE a=3;

SELECT a, b, (SELECT count(*) FROM c) FROM t;
----
5|6|0
7|8|0
