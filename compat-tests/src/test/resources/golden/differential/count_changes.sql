-- PRAGMA count_changes: what an UPSERT updates does not count; of views the rows count that their triggers were called for.

PRAGMA count_changes = 1;
CREATE TABLE t(a PRIMARY KEY, b);
CREATE TABLE u(a, b);
INSERT INTO t VALUES(1, 2), (3, 4);
----
2

INSERT INTO t VALUES(1, 3), (2, 3), (1, 4) ON CONFLICT DO UPDATE SET b = 5;
----
1

INSERT INTO t VALUES(1, 3) ON CONFLICT DO NOTHING;
----
0

INSERT INTO u SELECT * FROM t;
----
3

UPDATE OR REPLACE t SET a = 1;
----
3

CREATE VIEW v AS SELECT a, b FROM u;
CREATE TRIGGER s1 INSTEAD OF INSERT ON v WHEN new.a > 5 BEGIN SELECT raise(IGNORE); END;
CREATE TRIGGER s2 INSTEAD OF DELETE ON v WHEN old.a > 1 BEGIN SELECT raise(IGNORE); END;
CREATE TRIGGER s3 INSTEAD OF UPDATE ON v WHEN old.a > 1 BEGIN INSERT INTO u VALUES(1, 2), (3, 4); SELECT raise(IGNORE); END;

INSERT INTO v VALUES(1, 2), (7, 8), (2, 3);
----
2

DELETE FROM v;
----
3

UPDATE v SET a = 2;
----
1

DELETE FROM v RETURNING a;
----
1
1
1

DELETE FROM t;
----
1

PRAGMA count_changes = 0;
