-- UPDATE with FROM of every kind: the values come from what is joined.

CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT UNIQUE, c REAL DEFAULT 5, d INT CHECK(d<100) DEFAULT 1);
INSERT INTO t VALUES(1,'x',1,1),(2,'y',2,2),(3,'z',3,3);
CREATE TABLE u(k INTEGER,v,w TEXT);
INSERT INTO u VALUES(1,10,'p'),(2,20,'q'),(3,30,NULL),(NULL,40,'r');
CREATE TABLE w(a,b,c,PRIMARY KEY(b,a)) WITHOUT ROWID;
INSERT INTO w VALUES(1,1,1),(1,2,2),(2,1,3);
CREATE INDEX ui ON u(k);
CREATE TABLE log(x,y);

BEGIN;
UPDATE t SET b=w, c=v FROM u WHERE k=a RETURNING *;
----
1|'p'|10.0|1
2|'q'|20.0|2
3|NULL|30.0|3

SELECT * FROM t;
----
1|'p'|10.0|1
2|'q'|20.0|2
3|NULL|30.0|3

ROLLBACK;

BEGIN;
UPDATE t SET b=u.w||t.b, d=u.v FROM u WHERE u.k=t.a AND t.a<3;

SELECT * FROM t;
----
1|'px'|1.0|10
2|'qy'|2.0|20
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET d=u.v*10 FROM u WHERE u.k=t.a;
----
error CONSTRAINT_CHECK: CHECK constraint failed: d<100

UPDATE OR IGNORE t SET d=u.v*4 FROM u WHERE u.k=t.a;

SELECT *,changes() FROM t;
----
1|'x'|1.0|40|2
2|'y'|2.0|80|2
3|'z'|3.0|3|2

UPDATE OR REPLACE t SET b='same' FROM u WHERE u.k=t.a;

SELECT *,changes() FROM t;
----
3|'same'|3.0|3|3

ROLLBACK;

BEGIN;
UPDATE t SET a=k+1 FROM u WHERE k=a;
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: t.a

UPDATE t SET a=k+10 FROM u WHERE k=a;

SELECT * FROM t;
----
11|'x'|1.0|1
12|'y'|2.0|2
13|'z'|3.0|3

UPDATE OR REPLACE t SET a=11 FROM u WHERE a=k+10;

SELECT *,changes() FROM t;
----
11|'z'|3.0|3|3

ROLLBACK;

BEGIN;
UPDATE t SET c=x.c+y.c FROM t x, t y WHERE x.a=t.a-1 AND y.a=t.a+1;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|4.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=x.n FROM (SELECT count(*) n FROM u) x;

SELECT * FROM t;
----
1|'x'|4.0|1
2|'y'|4.0|2
3|'z'|4.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=q.n FROM (SELECT k, count(*) n FROM u GROUP BY k) AS q WHERE q.k=t.a;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|1.0|2
3|'z'|1.0|3

ROLLBACK;

BEGIN;
WITH q(k,n) AS (SELECT k, max(v) FROM u GROUP BY k) UPDATE t SET c=n FROM q WHERE q.k=t.a RETURNING a, c, (SELECT count(*) FROM q);
----
1|10.0|4
2|20.0|4
3|30.0|4

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|20.0|2
3|'z'|30.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u LEFT JOIN w ON w.a=u.k WHERE u.k=t.a AND w.c IS NULL;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2
3|'z'|30.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=w.c FROM u JOIN w ON w.a=u.k AND w.b=1 WHERE u.k=t.a;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|3.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=99 FROM u;

SELECT *,changes() FROM t;
----
1|'x'|99.0|1|3
2|'y'|99.0|2|3
3|'z'|99.0|3|3

ROLLBACK;

BEGIN;
UPDATE t SET c=99 FROM u WHERE 0;

SELECT *,changes() FROM t;
----
1|'x'|1.0|1|0
2|'y'|2.0|2|0
3|'z'|3.0|3|0

ROLLBACK;

BEGIN;
UPDATE t SET (b,c)=(w,v) FROM u WHERE k=a;

SELECT * FROM t;
----
1|'p'|10.0|1
2|'q'|20.0|2
3|NULL|30.0|3

ROLLBACK;

BEGIN;
UPDATE t SET (b,c)=(SELECT w.b||'s', v) FROM u, w WHERE k=t.a AND w.a=k;

SELECT * FROM t;
----
1|'2s'|10.0|1
2|'1s'|20.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t AS z SET b=z.b||'k' FROM t WHERE t.a=z.a+1;

SELECT * FROM t;
----
1|'xk'|1.0|1
2|'yk'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET b=t.b FROM t;
----
error ERROR: ambiguous column name: t.b

UPDATE t SET b=t.b FROM t AS t;
----
error ERROR: ambiguous column name: t.b

UPDATE t AS x SET b=t.b||1 FROM t WHERE x.a=t.a;

SELECT * FROM t;
----
1|'x1'|1.0|1
2|'y1'|2.0|2
3|'z1'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET b=1 FROM nosuch;
----
error ERROR: no such table: nosuch

UPDATE t SET b=nosuch FROM u;
----
error ERROR: no such column: nosuch

UPDATE t SET nosuch=1 FROM u;
----
error ERROR: no such column: nosuch

UPDATE t SET b=a FROM w;
----
error ERROR: ambiguous column name: a

UPDATE t SET b=c FROM w;
----
error ERROR: ambiguous column name: c

UPDATE t SET b=1 FROM w WHERE a=1;
----
error ERROR: ambiguous column name: a

UPDATE t SET b=u.nosuch FROM u;
----
error ERROR: no such column: u.nosuch

UPDATE t SET b=1 FROM u WHERE x.k=1;
----
error ERROR: no such column: x.k

ROLLBACK;

BEGIN;
UPDATE w SET c=v FROM u WHERE k=w.a;

SELECT * FROM w;
----
1|1|10
2|1|20
1|2|10

UPDATE w SET a=k+10, b=5 FROM u WHERE k=w.a AND k=2;

SELECT * FROM w;
----
1|1|10
1|2|10
12|5|20

UPDATE w SET a=5,b=5 FROM u;
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: w.b, w.a

UPDATE OR REPLACE w SET a=5,b=5 FROM u WHERE u.k=2;

SELECT *,changes() FROM w;
----
5|5|20|3

ROLLBACK;

BEGIN;
CREATE TRIGGER r AFTER UPDATE ON t BEGIN INSERT INTO log VALUES(old.c,new.c); END;

CREATE TRIGGER r2 BEFORE UPDATE OF c ON t BEGIN DELETE FROM u WHERE k=old.a+1; END;

UPDATE t SET c=v FROM u WHERE k=a;

SELECT * FROM log;
----
1.0|10.0
2.0|20.0
3.0|30.0

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|20.0|2
3|'z'|30.0|3

SELECT * FROM u;
----
1|10|'p'
NULL|40|'r'

ROLLBACK;

BEGIN;
CREATE TRIGGER r BEFORE UPDATE ON t BEGIN DELETE FROM t WHERE a=old.a+1; END;

UPDATE t SET c=v FROM u WHERE k=a;

SELECT *,changes() FROM t;
----
1|'x'|10.0|1|2
3|'z'|30.0|3|2

ROLLBACK;

BEGIN;
CREATE TRIGGER r AFTER INSERT ON log BEGIN UPDATE t SET c=v+new.x FROM u WHERE k=a AND a=new.y; END;

INSERT INTO log VALUES(5,1),(6,2);

SELECT * FROM t;
----
1|'x'|15.0|1
2|'y'|26.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
CREATE VIEW vv AS SELECT t.a, t.b, u.v FROM t JOIN u ON k=a;

CREATE TRIGGER r INSTEAD OF UPDATE ON vv BEGIN INSERT INTO log VALUES(old.a||':'||old.v,new.a||':'||new.v); END;

UPDATE vv SET v=w.c FROM w WHERE w.a=vv.a RETURNING *;
----
1|'x'|1
2|'y'|3
1|'x'|2

SELECT * FROM log;
----
'1:10'|'1:1'
'2:20'|'2:3'
'1:10'|'1:2'

UPDATE vv SET a=vv.a+1;

UPDATE vv AS q SET a=q.a+1 FROM u WHERE u.k=q.a;

SELECT count(*) FROM log;
----
9

ROLLBACK;

BEGIN;
UPDATE t INDEXED BY nosuch SET c=1 FROM u WHERE k=a;
----
error ERROR: no such index: nosuch

UPDATE t NOT INDEXED SET c=v FROM u WHERE k=a;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|20.0|2
3|'z'|30.0|3

UPDATE t INDEXED BY sqlite_autoindex_t_1 SET c=v FROM u WHERE t.b=u.w;

ROLLBACK;

BEGIN;
UPDATE t SET c=c.value FROM json_each('[7,8,9]') c WHERE c.key=t.a-1 RETURNING *;
----
1|'x'|7.0|1
2|'y'|8.0|2
3|'z'|9.0|3

UPDATE t SET c=value FROM json_each('{"1":50,"3":60}') WHERE key=t.a;

SELECT * FROM t;
----
1|'x'|50.0|1
2|'y'|8.0|2
3|'z'|60.0|3

UPDATE t SET b=value FROM json_each('['||t.a||']');

SELECT * FROM t;
----
1|'1'|50.0|1
2|'2'|8.0|2
3|'3'|60.0|3

ROLLBACK;

BEGIN;
UPDATE t SET b=value FROM (VALUES(1,'one'),(2,'two')) x, json_each(json_array(column2)) WHERE column1=a;

SELECT * FROM t;
----
1|'one'|1.0|1
2|'two'|2.0|2
3|'z'|3.0|3

UPDATE t SET b=column2 FROM (VALUES(1,'uno'),(2,'dos')) WHERE column1=a;

SELECT * FROM t;
----
1|'uno'|1.0|1
2|'dos'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=(SELECT sum(v) FROM u WHERE u.k<=t.a) FROM u WHERE u.k=t.a;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|30.0|2
3|'z'|60.0|3

ROLLBACK;

BEGIN;
UPDATE t SET rowid=k+20 FROM u WHERE k=t.rowid RETURNING rowid, *;
----
21|21|'x'|1.0|1
22|22|'y'|2.0|2
23|23|'z'|3.0|3

SELECT * FROM t;
----
21|'x'|1.0|1
22|'y'|2.0|2
23|'z'|3.0|3

UPDATE t SET oid=v, a=k FROM u WHERE k=t.rowid-20;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
CREATE TABLE g(a INTEGER PRIMARY KEY, b, c AS (b*2), d AS (c+1) STORED);

INSERT INTO g(a,b) VALUES(1,1),(2,2);

UPDATE g SET b=v FROM u WHERE k=g.a AND g.c<100 RETURNING *;
----
1|10|20|21
2|20|40|41

UPDATE g SET b=c FROM u WHERE k=g.a;

SELECT * FROM g;
----
1|20|40|41
2|40|80|81

UPDATE g SET c=1 FROM u;
----
error ERROR: cannot UPDATE generated column "c"

ROLLBACK;

BEGIN;
CREATE TABLE s(a INTEGER PRIMARY KEY, b INT, c TEXT) STRICT;

INSERT INTO s VALUES(1,1,'a');

UPDATE s SET c=v FROM u WHERE k=s.a;

SELECT *,typeof(c) FROM s;
----
1|1|'10'|'text'

UPDATE s SET b=w FROM u WHERE k=s.a;
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column s.b

UPDATE s SET b='12' FROM u;

SELECT *,typeof(b) FROM s;
----
1|12|'10'|'integer'

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u RIGHT JOIN (SELECT 7 z) ON z=k;

SELECT * FROM t;
----
1|'x'|NULL|1
2|'y'|NULL|2
3|'z'|NULL|3

UPDATE t SET c=ifnull(v,-1) FROM u FULL JOIN w ON w.a=k WHERE t.a=2 AND k IS NULL;

SELECT * FROM t;
----
1|'x'|NULL|1
2|'y'|40.0|2
3|'z'|NULL|3

UPDATE t SET c=8 FROM u NATURAL JOIN w;

UPDATE t SET c=u.v FROM u JOIN w USING(nosuch);
----
error ERROR: cannot join using column nosuch - column not present in both tables

ROLLBACK;

BEGIN;
UPDATE t SET c=1 FROM u WHERE EXISTS(SELECT 1 FROM w WHERE w.a=u.k AND w.b=t.a);

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|1.0|2
3|'z'|3.0|3

UPDATE t SET c=v FROM u WHERE (k,w) IN (SELECT 1,'p') AND a=k;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|1.0|2
3|'z'|3.0|3

UPDATE t SET c=k FROM u WHERE a IN (k, k+1) AND k=2;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|2.0|2
3|'z'|2.0|3

ROLLBACK;

BEGIN;
UPDATE t SET b=NULL FROM u WHERE k IS NULL;

SELECT * FROM t;
----
1|NULL|1.0|1
2|NULL|2.0|2
3|NULL|3.0|3

DELETE FROM t;

UPDATE t SET b=2 FROM u;

SELECT changes();
----
0

INSERT INTO t(a) VALUES(1);

DELETE FROM u;

UPDATE t SET b=2 FROM u;

SELECT changes(), (SELECT b FROM t);
----
0|NULL

ROLLBACK;

BEGIN;
UPDATE t SET b=1 FROM t;
----
error ERROR: target object/alias may not appear in FROM clause: t

UPDATE t SET b=1 FROM t WHERE t.a;
----
error ERROR: ambiguous column name: t.a

UPDATE t SET c=1 FROM t x ORDER BY t.a LIMIT 1;

UPDATE t SET b=1 FROM u, t;
----
error ERROR: target object/alias may not appear in FROM clause: t

UPDATE t SET b=1 FROM t, u WHERE k=2;
----
error ERROR: target object/alias may not appear in FROM clause: t

UPDATE t AS x SET b=1 FROM u AS x;
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.b

UPDATE t AS x SET d=1 FROM t WHERE x.a=t.a;

UPDATE t AS x SET d=1 FROM u x;

ROLLBACK;

BEGIN;
UPDATE t SET b=value FROM json_each('['||t.a||']') j, u;
----
error ERROR: no such column: t.a

UPDATE t SET b=value FROM u, json_each('['||t.a||']');
----
error ERROR: no such column: t.a

UPDATE t SET b=value FROM u, json_each('['||u.k||']') WHERE u.k=t.a;

SELECT * FROM t;
----
1|'1'|1.0|1
2|'2'|2.0|2
3|'3'|3.0|3

UPDATE t SET b=j.value+a FROM json_each(json_array(a,b)) AS j WHERE j.key=0;
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.b

SELECT * FROM t;
----
1|'1'|1.0|1
2|'2'|2.0|2
3|'3'|3.0|3

UPDATE t AS q SET b=j.value+q.a FROM json_each(json_array(q.a)) AS j LIMIT 2;
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.b

SELECT * FROM t;
----
1|'1'|1.0|1
2|'2'|2.0|2
3|'3'|3.0|3

UPDATE w SET c=value FROM json_each(json_array(w.a,w.b)) WHERE key=1;

SELECT * FROM w;
----
1|1|1
2|1|1
1|2|2

UPDATE t SET b=1 FROM json_each(nosuch);
----
error ERROR: no such column: nosuch

ROLLBACK;

BEGIN;
CREATE VIEW vv AS SELECT t.a, t.b FROM t;

CREATE TRIGGER r INSTEAD OF UPDATE ON vv BEGIN INSERT INTO log VALUES(old.a,new.b); END;

UPDATE vv SET b=value FROM json_each(json_array(vv.a*2));

SELECT * FROM log;
----
1|'2'
2|'4'
3|'6'

ROLLBACK;
