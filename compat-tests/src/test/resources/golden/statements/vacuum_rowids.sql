-- VACUUM of a table without an INTEGER PRIMARY KEY: SQLite numbers its rows anew, here they keep their rowids.
-- covers: VACUUM
-- backends: file memory journal

CREATE TABLE t(a);
INSERT INTO t VALUES('x'), ('y'), ('z');
DELETE FROM t WHERE a = 'y';
VACUUM;
-- The rowids stay, so that what refers to them stays right.
SELECT rowid, a FROM t;
----
1|'x'
2|'z'
---- here
1|'x'
3|'z'

CREATE TABLE u(id INTEGER PRIMARY KEY, a);
INSERT INTO u VALUES(5, 'x'), (7, 'y');
VACUUM;
SELECT rowid, a FROM u;
----
5|'x'
7|'y'
