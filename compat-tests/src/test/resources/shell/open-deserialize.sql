-- arguments: -deserialize start.db
CREATE TABLE first(a);
.tables
.shell ls start.db
.open d.db
CREATE TABLE t(a);
INSERT INTO t VALUES(1);
.open --deserialize d.db
.connection
INSERT INTO t VALUES(2);
SELECT * FROM t;
PRAGMA page_count;
PRAGMA integrity_check;
.open --deserialize d.db
SELECT * FROM t;
.open d.db
SELECT * FROM t;
.open --deserialize none.db
SELECT * FROM sqlite_schema;
CREATE TABLE x(a);
.tables
.shell ls none.db
.open --deserialize
.tables
.open --readonly --deserialize d.db
INSERT INTO t VALUES(3);
SELECT * FROM t;
.shell mkdir sub
.open --deserialize sub
.tables
SELECT 1;
.open d.db
SELECT 'end';
