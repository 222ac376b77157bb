-- RETURNING comes when a row's change is done, as an AFTER trigger would; a query of the changed table runs again for each row. Other queries run once, also those that read the table through a view or inside another query.

CREATE TABLE t(a);

INSERT INTO t VALUES(1), (2), (3) RETURNING a, (SELECT count(*) FROM t), 2 IN (SELECT a FROM t), EXISTS(SELECT 1 FROM t WHERE a = 2), 2 IN t;
----
1|1|0|0|0
2|2|1|1|1
3|3|1|1|1

UPDATE t SET a = a + 10 RETURNING a, (SELECT sum(a) FROM t);
----
11|16
12|26
13|36

DELETE FROM t RETURNING a, (SELECT count(*) FROM t), (SELECT max(a) FROM t);
----
11|2|13
12|1|13
13|0|NULL

DELETE FROM t;

INSERT INTO t VALUES(1), (2), (3), (4);

DELETE FROM t WHERE a > 1 RETURNING a, (SELECT group_concat(a) FROM t);
----
2|'1,3,4'
3|'1,4'
4|'1'

DELETE FROM t WHERE rowid = 1 RETURNING a, (SELECT group_concat(a) FROM t);
----
1|NULL

CREATE TABLE u(b);

CREATE VIEW v AS SELECT a FROM t;

CREATE VIEW v2 AS SELECT DISTINCT a FROM t LIMIT 9;

INSERT INTO t VALUES(1), (2), (3) RETURNING (SELECT (SELECT max(a) FROM t)), (SELECT 5 WHERE EXISTS(SELECT * FROM t WHERE a = 2)), (SELECT max(a) FROM (SELECT a FROM t LIMIT 5)), (SELECT max(a) FROM v), (SELECT max(a) FROM v2), (SELECT max(a) FROM main.t AS x);
----
1|NULL|1|1|1|1
1|NULL|1|1|1|2
1|NULL|1|1|1|3

INSERT INTO t VALUES(5), (6), (7) RETURNING (WITH c AS (SELECT max(a) z FROM t) SELECT z FROM c), (SELECT a FROM t UNION ALL SELECT 9 ORDER BY 1 DESC LIMIT 1 OFFSET 1), (SELECT 0 UNION ALL SELECT a FROM t ORDER BY 1 DESC LIMIT 1);
----
5|5|5
5|5|6
5|5|7

-- Triggers of the temp database on tables of others come before it, oldest first; the table's own come after it, newest first.
CREATE TEMP TRIGGER r1 AFTER INSERT ON t BEGIN INSERT INTO u VALUES('temp1'); END;

CREATE TRIGGER m1 AFTER INSERT ON t BEGIN INSERT INTO u VALUES('main1'); END;

CREATE TEMP TRIGGER r2 AFTER INSERT ON t BEGIN INSERT INTO u VALUES('temp2'); END;

CREATE TRIGGER m2 AFTER INSERT ON t BEGIN INSERT INTO u VALUES('main2'); END;

INSERT INTO t VALUES(1) RETURNING (SELECT group_concat(b) FROM u);
----
'temp1,temp2'

SELECT group_concat(b) FROM u;
----
'temp1,temp2,main2,main1'

CREATE TEMP TRIGGER r3 AFTER DELETE ON t WHEN old.a = 1 BEGIN SELECT raise(IGNORE); END;

CREATE TRIGGER m3 AFTER DELETE ON t WHEN old.a = 2 BEGIN SELECT raise(IGNORE); END;

DELETE FROM t WHERE a < 4 RETURNING a;
----
2
3

-- The counter of count_changes counts rows that were found.
PRAGMA count_changes = 1;

DELETE FROM t WHERE a > 5;
----
2

DELETE FROM t;
----
1

PRAGMA count_changes = 0;

-- Rows that are returned are all computed before the first is stored.
CREATE TABLE n(b, c);

INSERT INTO n VALUES(1, 2), (8, last_insert_rowid()) RETURNING c > 1;
----
1
1

INSERT INTO n SELECT 3, 4 UNION ALL SELECT 5, changes() RETURNING c;
----
4
2
