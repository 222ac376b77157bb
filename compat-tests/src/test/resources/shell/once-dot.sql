CREATE TABLE t(a);
.once x.txt
.tables
.tables
.shell cat x.txt
