-- Small tables for flattening.queries.
CREATE TABLE t(a, b, c);
CREATE INDEX ta ON t(a);
CREATE TABLE u(x, y);
CREATE TABLE w(k TEXT PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO t VALUES (1, 2, 3), (4, 5, 6), (7, 8, 9);
INSERT INTO u VALUES (1, 2);
INSERT INTO w VALUES ('1', 2), ('x', 5), (4, NULL);
