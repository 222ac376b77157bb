-- The queries that find the rows of a change: views, keys of several columns, mistakes.

CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT UNIQUE, c REAL DEFAULT 5, d INT CHECK(d<100) DEFAULT 1);
INSERT INTO t VALUES(1,'x',1,1),(2,'y',2,2),(3,'z',3,3);
CREATE TABLE u(k,v);
INSERT INTO u VALUES(1,10),(1,11),(2,20),(2,21),(3,30);
CREATE TABLE log(x,y);
CREATE VIEW vv AS SELECT a,c FROM t;
CREATE TRIGGER r INSTEAD OF UPDATE ON vv BEGIN INSERT INTO log VALUES(old.a,new.c); END;
CREATE TRIGGER r2 INSTEAD OF DELETE ON vv BEGIN INSERT INTO log VALUES(old.a,old.c); END;

BEGIN;
UPDATE vv SET c=max(v) FROM u WHERE 0;

SELECT * FROM log;
----
NULL|NULL

ROLLBACK;

BEGIN;
UPDATE t SET c=max(v) FROM u WHERE 0;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE vv SET c=9 ORDER BY 2 DESC LIMIT 1;

SELECT * FROM log;
----
3|9.0

ROLLBACK;

BEGIN;
UPDATE vv SET c=9 ORDER BY 3 DESC LIMIT 1;
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 2

SELECT * FROM log;

ROLLBACK;

BEGIN;
DELETE FROM vv ORDER BY 2 DESC LIMIT 1;

SELECT * FROM log;
----
3|3.0

ROLLBACK;

BEGIN;
DELETE FROM vv ORDER BY 2 DESC;

SELECT * FROM log;
----
3|3.0
2|2.0
1|1.0

ROLLBACK;

BEGIN;
DELETE FROM vv ORDER BY 4 DESC;
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 2

SELECT * FROM log;

ROLLBACK;

BEGIN;
UPDATE vv SET c=v FROM u WHERE k=a ORDER BY 3 DESC LIMIT 1;

SELECT * FROM log;
----
3|30.0

ROLLBACK;

BEGIN;
UPDATE vv SET c=v FROM u WHERE k=a ORDER BY 4 DESC LIMIT 1;
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 3

SELECT * FROM log;

ROLLBACK;

BEGIN;
UPDATE vv SET c=max(v) FROM u WHERE k=a ORDER BY count(*);
----
error ERROR: ORDER BY without LIMIT on UPDATE

SELECT * FROM log;

ROLLBACK;

BEGIN;
DELETE FROM vv WHERE max(c);
----
error ERROR: misuse of aggregate function max()

SELECT * FROM log;

ROLLBACK;

BEGIN;
DELETE FROM vv WHERE c ORDER BY max(c);
----
error ERROR: misuse of aggregate: max()

SELECT * FROM log;

ROLLBACK;

BEGIN;
DELETE FROM vv WHERE c ORDER BY row_number() over (order by c desc);

SELECT * FROM log;
----
3|3.0
2|2.0
1|1.0

ROLLBACK;

BEGIN;
DELETE FROM vv WHERE row_number() over (order by c desc)=1;
----
error ERROR: misuse of window function row_number()

SELECT * FROM log;

ROLLBACK;

BEGIN;
DELETE FROM t WHERE row_number() over (order by c desc)=1;
----
error ERROR: misuse of window function row_number()

ROLLBACK;

BEGIN;
DELETE FROM t WHERE row_number() over (order by c desc)=1 LIMIT 1;
----
error ERROR: misuse of window function row_number()

ROLLBACK;

BEGIN;
DELETE FROM t WHERE max(c) LIMIT 1;
----
error ERROR: misuse of aggregate function max()

ROLLBACK;

BEGIN;
DELETE FROM t WHERE 1 ORDER BY max(c) LIMIT 1;
----
error ERROR: misuse of aggregate: max()

ROLLBACK;

BEGIN;
UPDATE t SET c=max(c) LIMIT 1;
----
error ERROR: misuse of aggregate function max()

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u WHERE max(c) LIMIT 1;
----
error ERROR: misuse of aggregate: max()

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u WHERE max(c);
----
error ERROR: misuse of aggregate function max()

ROLLBACK;

BEGIN;
UPDATE t SET c=max(v) FROM u WHERE max(c);
----
error ERROR: misuse of aggregate: max()

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u ORDER BY max(c) LIMIT 1;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=max(v) FROM u ORDER BY max(c) LIMIT 1;

SELECT * FROM t;
----
1|'x'|30.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u ORDER BY max(c);
----
error ERROR: ORDER BY without LIMIT on UPDATE

ROLLBACK;

BEGIN;
UPDATE t SET c=max(v) FROM u JOIN u w ON max(w.k);
----
error ERROR: misuse of aggregate function max()

ROLLBACK;

BEGIN;
UPDATE t SET c=max(v), b=group_concat(u.k), d=(SELECT count(*) FROM u WHERE u.k=t.a) FROM u WHERE u.k=t.a LIMIT 5;

SELECT * FROM t;
----
1|'1,1'|11.0|2
2|'2,2'|21.0|2
3|'3'|30.0|1

ROLLBACK;

BEGIN;
UPDATE t SET (c,d)=(SELECT max(w.v), count(*) FROM u w WHERE w.k=t.a) FROM u LIMIT 2;

SELECT * FROM t;
----
1|'x'|11.0|2
2|'y'|21.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET (c,d)=(max(v),count(*)) FROM u WHERE k=a LIMIT 2;

SELECT * FROM t;
----
1|'x'|11.0|2
2|'y'|21.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=rank() OVER w FROM u WHERE k=a WINDOW w AS (ORDER BY v);
----
error ERROR: near "WINDOW": syntax error

ROLLBACK;

BEGIN;
UPDATE t SET c=lag(v) OVER (PARTITION BY k ORDER BY v) FROM u WHERE k=a;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|20.0|2
3|'z'|NULL|3

ROLLBACK;

BEGIN;
UPDATE t SET c=lag(v) OVER (PARTITION BY k ORDER BY v) FROM u WHERE k=a LIMIT 2;

SELECT * FROM t;
----
1|'x'|NULL|1
2|'y'|NULL|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=sum(v) OVER (ORDER BY v) FROM u WHERE k=a ORDER BY v DESC LIMIT 2;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|30.0|2
3|'z'|60.0|3

ROLLBACK;

BEGIN;
UPDATE t SET a=a+10, c=max(v) FROM u WHERE k=a LIMIT 2 RETURNING *;
----
error ERROR: near "RETURNING": syntax error

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET a=k+10, c=max(v) FROM u WHERE k=a LIMIT 2 OFFSET 1;

SELECT * FROM t;
----
1|'x'|1.0|1
12|'y'|21.0|2
13|'z'|30.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u WHERE k=a LIMIT -1;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|20.0|2
3|'z'|30.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u WHERE k=a LIMIT 5 OFFSET -1;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|20.0|2
3|'z'|30.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u WHERE k=a LIMIT 'a';
----
error MISMATCH: datatype mismatch

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u WHERE k=a LIMIT a;
----
error ERROR: no such column: a

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t AS q SET c=q.a+v FROM u AS t WHERE t.k=q.a ORDER BY t.v DESC LIMIT 2;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|22.0|2
3|'z'|33.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=c FROM u WHERE k=a ORDER BY c LIMIT 2;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
CREATE TABLE w(a,b,c,PRIMARY KEY(b,a)) WITHOUT ROWID;

INSERT INTO w VALUES(1,1,1),(1,2,2),(2,1,3);

UPDATE w SET c=max(v) FROM u WHERE k=a LIMIT 2;

SELECT * FROM w;
----
1|1|11
2|1|21
1|2|2

UPDATE w SET c=max(v) FROM u WHERE 0;

UPDATE w SET c=max(v) FROM u;

SELECT * FROM w;
----
1|1|30
2|1|21
1|2|2

DELETE FROM w ORDER BY 1 DESC LIMIT 1;

SELECT * FROM w;
----
1|1|30
2|1|21

DELETE FROM w ORDER BY 2,1 LIMIT 1;

SELECT * FROM w;
----
2|1|21

UPDATE w SET c=5 ORDER BY 3 LIMIT 1;
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 2

ROLLBACK;

BEGIN;
CREATE TRIGGER tt AFTER INSERT ON log BEGIN UPDATE t SET c=max(v)+new.x FROM u WHERE k=a; DELETE FROM u WHERE rowid=(SELECT max(rowid) FROM u); END;

INSERT INTO log VALUES(1,2),(3,4);

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|24.0|2
3|'z'|31.0|3

SELECT * FROM u;
----
1|10
1|11
2|20

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u WHERE k=a GROUP BY k;
----
error ERROR: near "GROUP": syntax error

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM (SELECT * FROM u ORDER BY v DESC LIMIT 3) WHERE k=a ORDER BY a LIMIT 1;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|21.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u LEFT JOIN (SELECT 1 x) ON x=k WHERE k=a LIMIT 2;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|20.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
UPDATE t SET c=v FROM u RIGHT JOIN (SELECT 1 x) ON x=k WHERE k=a LIMIT 2;

SELECT * FROM t;
----
1|'x'|10.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
DELETE FROM t WHERE a>0 ORDER BY a COLLATE NOCASE DESC, 1 LIMIT 1;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2

ROLLBACK;

BEGIN;
DELETE FROM t WHERE a>0 ORDER BY 'a' DESC, -1 LIMIT 1;
----
error ERROR: 2nd ORDER BY term out of range - should be between 1 and 1

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2
3|'z'|3.0|3

ROLLBACK;

BEGIN;
DELETE FROM t WHERE a>0 ORDER BY (SELECT 1), 1 DESC LIMIT 1;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2

ROLLBACK;

BEGIN;
DELETE FROM t WHERE a>0 ORDER BY rowid DESC LIMIT 1;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2

ROLLBACK;

BEGIN;
DELETE FROM t WHERE a>0 ORDER BY 1 COLLATE NOCASE DESC LIMIT 1;

SELECT * FROM t;
----
1|'x'|1.0|1
2|'y'|2.0|2

ROLLBACK;
