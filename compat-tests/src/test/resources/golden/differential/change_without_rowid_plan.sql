-- Where rows of a WITHOUT ROWID table are changed, no other index counts as enough: so SQLite rather searches the table itself. The order shows which it was.

CREATE TABLE t(a, b, c, PRIMARY KEY(a, b)) WITHOUT ROWID;

CREATE INDEX i ON t(b);

INSERT INTO t VALUES(3, 5, 1), (4, 2, 1), (5, 3, 1), (1, 9, 1);

CREATE TABLE l(x);

CREATE TRIGGER r AFTER UPDATE ON t BEGIN INSERT INTO l VALUES(old.a); END;

UPDATE t SET c = 5 WHERE b > 1 AND a > 2;

SELECT x FROM l;
----
3
4
5

-- With LIMIT they are found by a query, and an index may serve it alone.
UPDATE t SET c = 6 WHERE b > 1 LIMIT 2;

SELECT * FROM t;
----
1|9|1
3|5|5
4|2|6
5|3|6

DELETE FROM t WHERE b > 1 AND a > 2 LIMIT 1;

SELECT * FROM t;
----
1|9|1
3|5|5
5|3|6

CREATE TABLE u(a, b, c);

CREATE INDEX ui ON u(b);

INSERT INTO u VALUES(1, 5, 6), (2, 4, 6), (3, 3, 6);

UPDATE u SET c = 9 WHERE b > 0 LIMIT 1;

SELECT * FROM u;
----
1|5|6
2|4|6
3|3|9
