CREATE TABLE t(a);
INSERT INTO t VALUES(1),(2),(-9223372036854775808);
SELECT abs(a) FROM t;
.mode box
SELECT abs(a) FROM t;
.mode json
SELECT abs(a) FROM t;
.mode csv
SELECT abs(a) FROM t;
