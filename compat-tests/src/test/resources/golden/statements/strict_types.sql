-- STRICT tables: when types are checked, before or after NOT NULL, CHECK, UNIQUE, generated columns and triggers.
-- covers: CREATE TABLE

CREATE TABLE t(a INTEGER PRIMARY KEY, b INT NOT NULL, c INT UNIQUE) STRICT;
INSERT INTO t VALUES(1,1,1);

INSERT INTO t VALUES(2,NULL,'x');
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: t.b

INSERT INTO t VALUES(1,1,'x');
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: t.a

INSERT INTO t VALUES(3,'y',1);
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t.b

INSERT OR IGNORE INTO t VALUES(1,1,'x');

INSERT OR IGNORE INTO t VALUES(3,'y',1);
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t.b

INSERT OR IGNORE INTO t VALUES(2,NULL,'x');

SELECT * FROM t;
----
1|1|1

CREATE TABLE t2(a INTEGER PRIMARY KEY, b INT NOT NULL, c INT UNIQUE, CHECK(b>0)) STRICT;
INSERT INTO t2 VALUES(1,1,1);

INSERT INTO t2 VALUES(2,NULL,'x');
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: t2.b

INSERT INTO t2 VALUES(1,1,'x');
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t2.c

INSERT INTO t2 VALUES(3,'y',1);
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t2.b

INSERT INTO t2 VALUES(3,-1,'x');
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t2.c

INSERT OR IGNORE INTO t2 VALUES(1,1,'x');
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t2.c

INSERT OR IGNORE INTO t2 VALUES(3,'y',1);
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t2.b

INSERT OR IGNORE INTO t2 VALUES(2,NULL,'x');

SELECT * FROM t2;
----
1|1|1

CREATE TABLE t3(a INTEGER PRIMARY KEY, b INT NOT NULL, c INT UNIQUE, d TEXT AS (b) STORED, e BLOB AS(c), f REAL) STRICT;
INSERT INTO t3 VALUES(1,1,1,1);
----
error CONSTRAINT_DATATYPE: cannot store INT value in BLOB column t3.e

INSERT INTO t3 VALUES(2,1,NULL,1);

INSERT INTO t3 VALUES(2,NULL,NULL,'x');
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in REAL column t3.f

INSERT INTO t3 VALUES(2,1,1,'x');
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in REAL column t3.f

INSERT INTO t3 VALUES(3,'y',1,1);
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t3.b

INSERT INTO t3 VALUES(3,NULL,1,1);
----
error CONSTRAINT_DATATYPE: cannot store INT value in BLOB column t3.e

INSERT INTO t3 VALUES(2,2,1,1);
----
error CONSTRAINT_DATATYPE: cannot store INT value in BLOB column t3.e

SELECT * FROM t3;
----
2|1|NULL|'1'|NULL|1.0

UPDATE t3 SET c=5;
----
error CONSTRAINT_DATATYPE: cannot store INT value in BLOB column t3.e

UPDATE t3 SET b='x';
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t3.b

UPDATE t3 SET f='x', c=6;
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in REAL column t3.f

UPDATE t3 SET f='x', b=NULL;
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in REAL column t3.f

UPDATE t3 SET a=2,c=6;
----
error CONSTRAINT_DATATYPE: cannot store INT value in BLOB column t3.e

CREATE TABLE t4(a INTEGER PRIMARY KEY, e BLOB AS(b) STORED, b INT NOT NULL, c INT UNIQUE, d TEXT AS (c) STORED, f REAL) STRICT;
INSERT INTO t4 VALUES(1,1,1,1);
----
error CONSTRAINT_DATATYPE: cannot store INT value in BLOB column t4.e

INSERT INTO t4 VALUES(2,NULL,1,1);
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: t4.b

INSERT INTO t4 VALUES(2,NULL,1,'x');
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in REAL column t4.f

UPDATE t4 SET f=1;

CREATE TABLE t5(a INTEGER PRIMARY KEY, e BLOB AS(c) STORED, b INT NOT NULL, c INT UNIQUE, g INT AS(e), h BLOB AS(c)) STRICT;
INSERT INTO t5 VALUES(1,NULL,1);
----
error CONSTRAINT_DATATYPE: cannot store INT value in BLOB column t5.h

INSERT INTO t5 VALUES(1,1,1);
----
error CONSTRAINT_DATATYPE: cannot store INT value in BLOB column t5.h

INSERT INTO t5 VALUES(1,1,NULL);

INSERT INTO t5 VALUES(1,1,2);
----
error CONSTRAINT_DATATYPE: cannot store INT value in BLOB column t5.h

UPDATE t5 SET c=1;
----
error CONSTRAINT_DATATYPE: cannot store INT value in BLOB column t5.h

UPDATE t5 SET b=2;

CREATE TABLE t6(a INTEGER PRIMARY KEY, b INT, c TEXT NOT NULL) STRICT;
CREATE TRIGGER r BEFORE INSERT ON t6 BEGIN
  SELECT RAISE(ABORT,'no') WHERE new.c IS NULL;
END;
CREATE TRIGGER s BEFORE UPDATE ON t6 BEGIN
  SELECT RAISE(ABORT,'nono') WHERE new.c IS NULL;
END;
INSERT INTO t6 VALUES(1,'x',NULL);
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t6.b

INSERT INTO t6 VALUES(1,'1',NULL);
----
error CONSTRAINT_TRIGGER: no

INSERT INTO t6 VALUES(1,1,1);

UPDATE t6 SET b='x', c=NULL;
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t6.b

UPDATE t6 SET b='x', c=3;
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t6.b

UPDATE t6 SET b='5', c=NULL;
----
error CONSTRAINT_TRIGGER: nono
