-- UPDATE with FROM, and UPDATE and DELETE with LIMIT, find their rows by a query, with all that a query may have: aggregate and window functions, numbers in ORDER BY. With FROM and LIMIT each row of the target counts once.

CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT UNIQUE, c REAL DEFAULT 5, d INT CHECK(d<100) DEFAULT 1);
INSERT INTO t VALUES(1,'x',1,1),(2,'y',2,2),(3,'z',3,3);
CREATE TABLE u(k,v);
INSERT INTO u VALUES(1,10),(1,11),(2,20),(2,21),(3,30);

BEGIN;
UPDATE t SET c=v FROM u WHERE k=a LIMIT 2 RETURNING a,c;
----
error ERROR: near "RETURNING": syntax error

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u WHERE k=a LIMIT 2;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|20.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u WHERE k=a ORDER BY a DESC LIMIT 2;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|20.0|2
3|'z'|30.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u WHERE k=a ORDER BY v DESC LIMIT 2;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|20.0|2
3|'z'|30.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u WHERE k=a ORDER BY v DESC LIMIT 2 OFFSET 1;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|20.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u LIMIT 1;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u LIMIT 2;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|10.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u LIMIT 2 OFFSET 1;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|10.0|2
3|'z'|10.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u ORDER BY k LIMIT 2 OFFSET 1;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|10.0|2
3|'z'|10.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u ORDER BY max(v) LIMIT 2;

SELECT * FROM t;
----
1|'x'|30.0|1
2|'y'|30.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u ORDER BY max(v) DESC LIMIT 2;

SELECT * FROM t;
----
1|'x'|30.0|1
2|'y'|30.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=max(v) FROM u WHERE k=a LIMIT 2;

SELECT * FROM t;
----
1|'x'|11.0|1
2|'y'|21.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=max(v) FROM u WHERE k=a;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2
3|'z'|30.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=count(*) FROM u WHERE k=a LIMIT 5;

SELECT * FROM t;
----
1|'x'|2.0|1
2|'y'|2.0|2
3|'z'|1.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=sum(v) FROM u WHERE k=a LIMIT 2;

SELECT * FROM t;
----
1|'x'|21.0|1
2|'y'|41.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u WHERE k=a LIMIT 0;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
CREATE TABLE w(a,b,c,PRIMARY KEY(a,b)) WITHOUT ROWID;

INSERT INTO w VALUES(1,1,1),(1,2,2),(2,1,3);

UPDATE w SET c=v FROM u WHERE k=a LIMIT 2;

SELECT * FROM w;
----
1|1|10
1|2|10
2|1|3

ROLLBACK;

BEGIN;
CREATE TABLE w(a,b,c,PRIMARY KEY(a,b)) WITHOUT ROWID;

INSERT INTO w VALUES(1,1,1),(1,2,2),(2,1,3);

UPDATE w SET c=v FROM u WHERE k=a ORDER BY v LIMIT 3;

SELECT * FROM w;
----
1|1|10
1|2|10
2|1|20

ROLLBACK;

BEGIN;
CREATE VIEW vv AS SELECT a,c FROM t;

CREATE TRIGGER r INSTEAD OF UPDATE ON vv BEGIN UPDATE t SET c=new.c WHERE a=old.a; END;

UPDATE vv SET c=v FROM u WHERE k=a LIMIT 2;

SELECT * FROM t;
----
1|'x'|11.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
CREATE VIEW vv AS SELECT a,c FROM t;

CREATE TRIGGER r INSTEAD OF UPDATE ON vv BEGIN UPDATE t SET c=new.c WHERE a=old.a; END;

UPDATE vv SET c=v FROM u WHERE k=a ORDER BY v DESC LIMIT 2;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|21.0|2
3|'z'|30.0|3

ROLLBACK;

BEGIN;
CREATE VIEW vv AS SELECT a,c FROM t;

CREATE TRIGGER r INSTEAD OF UPDATE ON vv BEGIN UPDATE t SET c=new.c WHERE a=old.a; END;

UPDATE vv SET c=max(v) FROM u WHERE k=a;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2
3|'z'|30.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM (SELECT k,max(v) v FROM u GROUP BY k) ORDER BY a LIMIT 1 RETURNING *;
----
error ERROR: near "RETURNING": syntax error

ROLLBACK;

BEGIN;
UPDATE t SET c=row_number() OVER (ORDER BY v) FROM u WHERE k=a;

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u WHERE max(v)>1;
----
error ERROR: misuse of aggregate function max()

ROLLBACK;

BEGIN;
UPDATE t SET c=row_number() OVER ();
----
error ERROR: misuse of window function row_number()

ROLLBACK;

BEGIN;
UPDATE t SET c=max(c);
----
error ERROR: misuse of aggregate function max()

ROLLBACK;

BEGIN;
UPDATE t SET c=count();
----
error ERROR: misuse of aggregate function count()

ROLLBACK;

BEGIN;
DELETE FROM t WHERE max(c);
----
error ERROR: misuse of aggregate function max()

ROLLBACK;

BEGIN;
DELETE FROM t WHERE c ORDER BY max(c) LIMIT 1;
----
error ERROR: misuse of aggregate: max()

ROLLBACK;

BEGIN;
UPDATE t SET c=1 WHERE c ORDER BY max(c) LIMIT 1;
----
error ERROR: misuse of aggregate: max()

ROLLBACK;

BEGIN;
UPDATE t SET c=1 WHERE c ORDER BY row_number() over () LIMIT 1;

ROLLBACK;

BEGIN;
DELETE FROM t WHERE c ORDER BY row_number() over (order by b desc) LIMIT 1;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2

ROLLBACK;

BEGIN;
UPDATE t SET c=1 ORDER BY 2 LIMIT 1;
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 1

ROLLBACK;

BEGIN;
UPDATE t SET c=1 ORDER BY 1 DESC LIMIT 1;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2
3|'z'|1.0|3

ROLLBACK;

BEGIN;
DELETE FROM t ORDER BY 1 DESC LIMIT 1;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2

ROLLBACK;

BEGIN;
DELETE FROM t ORDER BY 2 DESC LIMIT 1;
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 1

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
DELETE FROM t ORDER BY 0 LIMIT 1;
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 1

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u ORDER BY 1 LIMIT 1;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u ORDER BY 2 DESC LIMIT 1;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u ORDER BY 3 LIMIT 1;
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 2

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;
