-- An aggregate in a subquery of RETURNING belongs to that subquery, also if it is about the returned row only.

CREATE TABLE t(a);

INSERT INTO t VALUES(1), (2) RETURNING (SELECT max(+a));
----
1
2

INSERT INTO t VALUES(3), (4) RETURNING (SELECT max(a)), (SELECT count(a)), (SELECT a), (SELECT sum(a) FROM t);
----
3|1|3|6
4|1|4|10

UPDATE t SET a=a+1 RETURNING (SELECT max(+a)), (SELECT (SELECT min(a))), EXISTS(SELECT max(a));
----
2|2|1
3|3|1
4|4|1
5|5|1

DELETE FROM t RETURNING (SELECT max(a+b) FROM (SELECT 1 b)), (SELECT sum(a) FROM (SELECT 1 b UNION SELECT 2)), (SELECT count(*));
----
3|4|1
4|6|1
5|8|1
6|10|1

INSERT INTO t VALUES(5) RETURNING max(a);
----
error ERROR: misuse of aggregate function max()
