.sha3sum
CREATE TABLE t(a,b);
INSERT INTO t VALUES(1,'x'),(NULL,x'00'),(2.5,'');
.sha3sum
.sha3sum t
.sha3sum nosuch
