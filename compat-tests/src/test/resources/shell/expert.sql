CREATE TABLE t1(a,b,c,d); CREATE TABLE t2(x INTEGER PRIMARY KEY, y, z); CREATE INDEX i2 ON t2(z);
.expert
SELECT * FROM t1 WHERE a=1;
.expert
SELECT * FROM t1 WHERE a=1 AND b>2;
.expert
SELECT * FROM t1 WHERE a=1 ORDER BY b;
.expert
SELECT * FROM t1 JOIN t2 ON t2.y=t1.a WHERE t1.b=1;
.expert
SELECT * FROM t1 JOIN t2 ON t2.x=t1.a;
.expert
SELECT * FROM t2 WHERE z=1;
.expert
SELECT * FROM t1 ORDER BY c DESC, d;
.expert
.expert
SELECT * FROM t1 WHERE a IN (1,2) AND b=2 AND c>1;
.expert
SELECT * FROM t1 WHERE a>1 AND a<5 AND b>6;
.expert
UPDATE t1 SET a=1 WHERE b=2;
.expert
DELETE FROM t1 WHERE d=2 AND c IS NULL;
.expert
.expert
SELECT nope FROM t1;
.expert --verbose
SELECT * FROM t1 WHERE a=1;
.expert -sample 10
SELECT * FROM t1 WHERE a=1;
.expert
.expert -v
SELECT * FROM t1 WHERE b=1 AND a=2 ORDER BY d, c;
.expert -v
SELECT * FROM t1 JOIN t2 ON t2.y=t1.a WHERE t1.b=1 AND t2.z=2 AND t1.c>4 AND t2.x>6;
.expert -v
SELECT * FROM t1 WHERE a>1 AND a<5 AND b>6 AND c=5;
.expert
INSERT INTO t1 SELECT y,z,1,2 FROM t2 WHERE y=2;
.expert
SELECT * FROM t1 WHERE a=1; SELECT * FROM t1 WHERE b=1;
SELECT 'runs';
.expert
SELECT nope FROM t1;
.expert --foo
.expert -sample 200
.expert -sample
SELECT 'runs, too';
