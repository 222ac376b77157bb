PRAGMA encoding='UTF-16le';
CREATE TABLE t(a);
INSERT INTO t VALUES('ünï'),('日本語'),(x'00ff'),(1),(2.5),(NULL);
.mode list
SELECT * FROM t;
.mode csv
SELECT * FROM t;
.mode json
SELECT * FROM t;
.mode quote
SELECT * FROM t;
.mode box
SELECT * FROM t;
.mode list
.dump
