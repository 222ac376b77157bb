-- What the parser says.

SELEC 1;
----
error ERROR: near "SELEC": syntax error

SELECT 1 FROM FROM;
----
error ERROR: near "FROM": syntax error

SELECT (1;
----
error ERROR: near ";": syntax error

SELECT 1);
----
error ERROR: near ")": syntax error

SELECT 1 +;
----
error ERROR: near ";": syntax error

SELECT * FROM t WHERE;
----
error ERROR: near ";": syntax error

SELECT * FORM t;
----
error ERROR: near "FORM": syntax error

INSERT INTO;
----
error ERROR: near ";": syntax error

INSERT INTO t VALUES;
----
error ERROR: near ";": syntax error

INSERT INTO t VALUES(;
----
error ERROR: near ";": syntax error

UPDATE;
----
error ERROR: near ";": syntax error

UPDATE t;
----
error ERROR: near ";": syntax error

UPDATE t SET;
----
error ERROR: near ";": syntax error

DELETE;
----
error ERROR: near ";": syntax error

CREATE;
----
error ERROR: near ";": syntax error

CREATE TABLE t(a INT b);

CREATE TABLE u(a INT PRIMARY);
----
error ERROR: near ")": syntax error

CREATE UNIQUE TABLE t(a);
----
error ERROR: near "TABLE": syntax error

CREATE INDEX;
----
error ERROR: near ";": syntax error

CREATE VIEW v;
----
error ERROR: near ";": syntax error

DROP;
----
error ERROR: near ";": syntax error

ALTER;
----
error ERROR: near ";": syntax error

BEGIN COMMIT;
----
error ERROR: near "COMMIT": syntax error

EXPLAIN;
----
error ERROR: near ";": syntax error

ATTACH;
----
error ERROR: near ";": syntax error

PRAGMA 5;
----
error ERROR: near "5": syntax error

VACUUM INTO;
----
error ERROR: near ";": syntax error

REINDEX a.b.c;
----
error ERROR: near ".": syntax error

SELECT CASE END;
----
error ERROR: near ";": syntax error

SELECT CASE WHEN 1 END;
----
error ERROR: near "END": syntax error

SELECT a NOT 5;
----
error ERROR: near "5": syntax error

SELECT 1 IN 2;
----
error ERROR: near "2": syntax error

SELECT 1 BETWEEN 2;
----
error ERROR: near ";": syntax error

SELECT x LIKE;
----
error ERROR: near ";": syntax error

SELECT count(*;
----
error ERROR: near ";": syntax error

SELECT f(DISTINCT *);
----
error ERROR: near "*": syntax error

SELECT * FROM (SELECT 1;
----
error ERROR: near ";": syntax error

SELECT * FROM a JOIN;
----
error ERROR: near ";": syntax error

SELECT 1 LIMIT;
----
error ERROR: near ";": syntax error

SELECT 1 ORDER;
----
error ERROR: near ";": syntax error

SELECT 1 GROUP 1;
----
error ERROR: near "1": syntax error

WITH x SELECT 1;
----
error ERROR: near "SELECT": syntax error

WITH x AS SELECT 1;
----
error ERROR: near "SELECT": syntax error

SELECT 1 UNION;
----
error ERROR: near ";": syntax error

VALUES;
----
error ERROR: near ";": syntax error

VALUES();
----
error ERROR: near ")": syntax error

SELECT 'a'b'c';
----
error ERROR: near "'c'": syntax error

SELECT 1 2 3;
----
error ERROR: near "2": syntax error

123;
----
error ERROR: near "123": syntax error

'x';
----
error ERROR: near "'x'": syntax error

(SELECT 1);
----
error ERROR: near "(": syntax error

SELECT CAST(1 AS TEXT;
----
error ERROR: near ";": syntax error

SELECT EXISTS 1;
----
error ERROR: near "1": syntax error

SELECT 1 COLLATE;
----
error ERROR: near ";": syntax error

SELECT raise(ABORT);
----
error ERROR: near ")": syntax error

SELECT raise(NOSUCH, 'x');
----
error ERROR: near "NOSUCH": syntax error

SELECT sum(1) OVER (PARTITION);
----
error ERROR: near ")": syntax error

SELECT sum(1) OVER (ROWS);
----
error ERROR: near ")": syntax error

SELECT sum(1) FILTER 1;
----
error ERROR: near "1": syntax error

SELECT 1 ESCAPE 'x';
----
error ERROR: near "ESCAPE": syntax error

SELECT
----
error ERROR: incomplete input
