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
