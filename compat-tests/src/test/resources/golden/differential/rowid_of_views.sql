-- Rowids of views, which have none; and what is counted of a statement that RAISE ends.

CREATE TABLE t(a INTEGER PRIMARY KEY, b);
INSERT INTO t VALUES(1,'x'),(2,'y'),(3,'z');
CREATE TABLE log(x,y,z);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW vr AS SELECT a AS rowid, b FROM t;

BEGIN;
CREATE TRIGGER l INSTEAD OF INSERT ON v BEGIN INSERT INTO log VALUES(new.rowid,new.a,1); END;

INSERT INTO v VALUES(1,2);
----
error ERROR: no such column: new.rowid

ROLLBACK;

BEGIN;
CREATE TRIGGER l INSTEAD OF INSERT ON v WHEN new.oid BEGIN INSERT INTO log VALUES(2,new.a,1); END;

INSERT INTO v VALUES(1,2);
----
error ERROR: no such column: new.oid

ROLLBACK;

BEGIN;
CREATE TRIGGER l INSTEAD OF DELETE ON v BEGIN INSERT INTO log VALUES(old._rowid_,old.a,1); END;

DELETE FROM v;
----
error ERROR: no such column: old._rowid_

ROLLBACK;

BEGIN;
CREATE TRIGGER l INSTEAD OF UPDATE ON v BEGIN INSERT INTO log VALUES(old._rowid_,old.a,1); END;

UPDATE v SET b=1;
----
error ERROR: no such column: old._rowid_

ROLLBACK;

BEGIN;
CREATE TRIGGER l INSTEAD OF UPDATE ON v BEGIN INSERT INTO log VALUES(1,old.a,1); END;

UPDATE v SET rowid=1;

UPDATE v SET b=rowid;
----
error ERROR: no such column: rowid

ROLLBACK;

BEGIN;
CREATE TRIGGER l INSTEAD OF INSERT ON v BEGIN INSERT INTO log VALUES(1,new.a,1); END;

INSERT INTO v(rowid,a) VALUES(1,2);

INSERT INTO v(a,oid) VALUES(1,2);

INSERT INTO v VALUES(1,2) RETURNING rowid;
----
error ERROR: no such column: rowid

SELECT * FROM log;
----
1|2|1
1|1|1

ROLLBACK;

BEGIN;
CREATE TRIGGER l INSTEAD OF INSERT ON vr BEGIN INSERT INTO log VALUES(1,new.rowid,new.oid); END;

INSERT INTO vr(rowid,b) VALUES(1,2);
----
error ERROR: no such column: new.oid

ROLLBACK;

BEGIN;
CREATE TRIGGER l INSTEAD OF INSERT ON vr BEGIN INSERT INTO log VALUES(1,new.rowid,1); END;

INSERT INTO vr(rowid,b) VALUES(1,2);

SELECT * FROM log;
----
1|1|1

ROLLBACK;

BEGIN;
CREATE TRIGGER l BEFORE INSERT ON log BEGIN UPDATE t SET b=(CASE WHEN a=2 THEN RAISE(IGNORE) ELSE 7 END); INSERT INTO t VALUES(9,9); END;

INSERT INTO log VALUES(1,2,3);

SELECT changes(), total_changes();
----
0|10

INSERT INTO log VALUES(1,2,3),(2,3,4);

SELECT changes(), total_changes();
----
0|12

SELECT * FROM t;
----
1|7
2|'y'
3|'z'

ROLLBACK;

BEGIN;
CREATE TRIGGER l AFTER INSERT ON log BEGIN UPDATE t SET b=(CASE WHEN a=2 THEN RAISE(IGNORE) ELSE 7 END); INSERT INTO t VALUES(9,9); END;

INSERT INTO log VALUES(1,2,3);

SELECT changes(), total_changes();
----
1|14

INSERT INTO log VALUES(1,2,3),(2,3,4);

SELECT changes(), total_changes();
----
2|18

SELECT * FROM t;
----
1|7
2|'y'
3|'z'

ROLLBACK;

BEGIN;
CREATE TRIGGER l AFTER INSERT ON log BEGIN UPDATE t SET b=(CASE WHEN a=2 THEN RAISE(FAIL,'f') ELSE 7 END); INSERT INTO t VALUES(9,9); END;

INSERT INTO log VALUES(1,2,3);
----
error CONSTRAINT_TRIGGER: f

SELECT changes(), total_changes();
----
1|19

INSERT INTO log VALUES(1,2,3),(2,3,4);
----
error CONSTRAINT_TRIGGER: f

SELECT changes(), total_changes();
----
1|20

SELECT * FROM t;
----
1|7
2|'y'
3|'z'

ROLLBACK;

BEGIN;
CREATE TRIGGER l BEFORE INSERT ON log BEGIN UPDATE t SET b=(CASE WHEN a=2 THEN RAISE(FAIL,'f') ELSE 7 END); INSERT INTO t VALUES(9,9); END;

INSERT INTO log VALUES(1,2,3);
----
error CONSTRAINT_TRIGGER: f

SELECT changes(), total_changes();
----
0|20

INSERT INTO log VALUES(1,2,3),(2,3,4);
----
error CONSTRAINT_TRIGGER: f

SELECT changes(), total_changes();
----
0|20

SELECT * FROM t;
----
1|7
2|'y'
3|'z'

ROLLBACK;

BEGIN;
CREATE TRIGGER l AFTER INSERT ON log BEGIN UPDATE t SET b=7; SELECT RAISE(FAIL,'f') WHERE new.x=2; UPDATE t SET b=8; END;

INSERT INTO log VALUES(1,2,3),(2,3,4),(5,6,7);
----
error CONSTRAINT_TRIGGER: f

SELECT changes(), total_changes();
----
2|31

SELECT * FROM t;
----
1|7
2|7
3|7

ROLLBACK;

BEGIN;
CREATE TRIGGER l AFTER INSERT ON log BEGIN UPDATE t SET b=(CASE WHEN a=2 THEN RAISE(ROLLBACK,'f') ELSE 7 END); END;

INSERT INTO log VALUES(1,2,3);
----
error CONSTRAINT_TRIGGER: f

SELECT changes(), total_changes();
----
0|31

BEGIN;

INSERT INTO log VALUES(1,2,3),(2,3,4);

SELECT changes(), total_changes();
----
2|33

COMMIT;

SELECT * FROM t;
----
1|'x'
2|'y'
3|'z'

ROLLBACK;
----
error ERROR: cannot rollback - no transaction is active

BEGIN;
CREATE TRIGGER l INSTEAD OF UPDATE ON v BEGIN INSERT INTO log VALUES(new.a,old.a,new.b); END;

UPDATE v SET rowid=1, b=5;

UPDATE v SET oid='x';
----
error MISMATCH: datatype mismatch

UPDATE v SET oid=NULL;
----
error MISMATCH: datatype mismatch

UPDATE v SET oid='7',a=9 WHERE a=1 RETURNING *;
----
9|'x'

SELECT * FROM log;
----
1|2|3
2|3|4
1|1|5
2|2|5
3|3|5
9|1|'x'

UPDATE v SET b=rowid;
----
error ERROR: no such column: rowid

ROLLBACK;

BEGIN;
CREATE TRIGGER l INSTEAD OF UPDATE OF b ON v BEGIN INSERT INTO log VALUES(new.a,old.a,new.b); END;

UPDATE v SET rowid=1;
----
error ERROR: cannot modify v because it is a view

UPDATE v SET rowid=2, b=1;

SELECT * FROM log;
----
1|2|3
2|3|4
1|1|1
2|2|1
3|3|1

ROLLBACK;

BEGIN;
CREATE TRIGGER l INSTEAD OF UPDATE OF rowid ON v BEGIN INSERT INTO log VALUES(new.a,old.a,new.b); END;

UPDATE v SET rowid=1;

UPDATE v SET rowid=2, b=1;

SELECT * FROM log;
----
1|2|3
2|3|4
1|1|'x'
2|2|'y'
3|3|'z'
1|1|1
2|2|1
3|3|1

UPDATE v SET b=1;
----
error ERROR: cannot modify v because it is a view

ROLLBACK;

BEGIN;
CREATE TRIGGER l INSTEAD OF UPDATE ON vr BEGIN INSERT INTO log VALUES(new.rowid,old.rowid,new.b); END;

UPDATE vr SET rowid=10+b;

UPDATE vr SET rowid='q';

UPDATE vr SET oid=5;

SELECT * FROM log;
----
1|2|3
2|3|4
10|1|'x'
10|2|'y'
10|3|'z'
'q'|1|'x'
'q'|2|'y'
'q'|3|'z'
1|1|'x'
2|2|'y'
3|3|'z'

ROLLBACK;
