CREATE TABLE t(a);
INSERT INTO t VALUES(1),(2);
.save s.db
DELETE FROM t;
.restore s.db
SELECT * FROM t;
.backup aux b.db
.backup main b.db
.backup
.save
.backup --foo x
.backup x y z
.restore
.restore aux s.db

