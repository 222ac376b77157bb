-- INSERT ... SELECT * copies records with their rowids also where the default of the first column is another.

CREATE TABLE s(a DEFAULT 2 UNIQUE, b DEFAULT 3);
CREATE TABLE t(a UNIQUE, b DEFAULT 3);
CREATE TABLE u(a UNIQUE, b DEFAULT 4);
INSERT INTO s(rowid,a,b) VALUES(5,6,7);
INSERT INTO t SELECT * FROM s;
INSERT INTO u SELECT * FROM s;

SELECT rowid, * FROM t;
----
5|6|7

SELECT rowid, * FROM u;
----
1|6|7
