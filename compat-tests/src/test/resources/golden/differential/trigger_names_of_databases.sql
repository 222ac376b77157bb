-- What is told of several databases that a trigger must not name: its steps are looked at before its WHEN, conditions before assignments.

CREATE TABLE t3(b);

CREATE TRIGGER r2 DELETE ON t3 WHEN (SELECT NULL FROM x1.t8) BEGIN UPDATE t7 SET c = (SELECT NULL FROM x3.t5); END;
----
error ERROR: trigger r2 cannot reference objects in database x3

CREATE TRIGGER r2 DELETE ON t3 BEGIN UPDATE t7 SET c = (SELECT NULL FROM x3.t5) FROM x5.t WHERE c = (SELECT 1 FROM x4.t); END;
----
error ERROR: trigger r2 cannot reference objects in database x4

CREATE TRIGGER r2 DELETE ON t3 BEGIN UPDATE t7 SET c = (SELECT NULL FROM x3.t5) FROM x5.t WHERE 1; END;
----
error ERROR: trigger r2 cannot reference objects in database x3

-- Of a compound the last arm comes first; of a query the names in FROM, then expressions, then queries in FROM.
CREATE VIEW v AS SELECT NULL FROM x2.t4 INTERSECT SELECT NULL FROM temp.t5;
----
error ERROR: view v cannot reference objects in database temp

CREATE VIEW v AS SELECT (SELECT 1 FROM x1.t) FROM (SELECT 1 FROM x2.t), x3.t JOIN x4.t ON (SELECT 1 FROM x5.t) WHERE (SELECT 1 FROM x6.t);
----
error ERROR: view v cannot reference objects in database x3

CREATE VIEW v AS SELECT (SELECT 1 FROM x1.t) FROM (SELECT 1 FROM x2.t), t JOIN t ON (SELECT 1 FROM x5.t) WHERE (SELECT 1 FROM x6.t);
----
error ERROR: view v cannot reference objects in database x5

CREATE VIEW v AS WITH c AS (SELECT * FROM x7.t) SELECT (SELECT 1 FROM x1.t) FROM (SELECT 1 FROM x2.t), t WHERE (SELECT 1 FROM x6.t);
----
error ERROR: view v cannot reference objects in database x7

CREATE VIEW v AS SELECT 1 FROM (SELECT 1 FROM x2.t), t WHERE (SELECT 1 FROM x6.t) ORDER BY (SELECT 1 FROM x8.t);
----
error ERROR: view v cannot reference objects in database x6

-- An index that is missing.
CREATE TABLE t4(e);

CREATE VIEW v2 AS SELECT s1.c FROM t4 INDEXED BY i6;

ALTER TABLE t4 RENAME e TO x0;
----
error ERROR: error in view v2: no such index: i6

ALTER TABLE t4 RENAME TO x0;
----
error ERROR: error in view v2: no such index: i6

-- What stands before an empty list is nothing.
CREATE VIEW v4 AS SELECT (SELECT 12 FROM temp.t3) IN ();

SELECT * FROM v4;
----
0

CREATE TRIGGER r9 UPDATE ON t4 BEGIN UPDATE t4 SET e = e IN () AND (SELECT '5.' FROM x1.t8); END;

CREATE TRIGGER r8 UPDATE ON t4 BEGIN UPDATE t4 SET e = 1 IN () OR (SELECT '5.' FROM x1.t8); END;
----
error ERROR: trigger r8 cannot reference objects in database x1

CREATE TRIGGER r7 UPDATE ON t4 BEGIN UPDATE t4 SET e = (SELECT '5.' FROM x1.t8) AND 0; END;

CREATE TRIGGER r6 UPDATE ON t4 BEGIN UPDATE t4 SET e = (SELECT '5.' FROM x1.t8) NOT IN (); END;
