.open x.db
CREATE TABLE t(a);
INSERT INTO t VALUES(1);
.open --readonly x.db
SELECT * FROM t;
INSERT INTO t VALUES(2);
.databases
