-- PRAGMA index_xinfo gives the collations of a WITHOUT ROWID table's other columns.

CREATE TABLE t(a PRIMARY KEY, b COLLATE RTRIM, c COLLATE nocase, UNIQUE(b), UNIQUE(c COLLATE BINARY)) WITHOUT ROWID;
PRAGMA index_xinfo(sqlite_autoindex_t_1);
----
0|0|'a'|0|'BINARY'|1
1|1|'b'|0|'RTRIM'|0
2|2|'c'|0|'nocase'|0

PRAGMA index_xinfo(sqlite_autoindex_t_2);
----
0|1|'b'|0|'RTRIM'|1
1|0|'a'|0|'BINARY'|0

PRAGMA index_xinfo(sqlite_autoindex_t_3);
----
0|2|'c'|0|'BINARY'|1
1|0|'a'|0|'BINARY'|0

-- And the order of the primary key's columns.
CREATE TABLE d(a, b, c, PRIMARY KEY(a DESC, b)) WITHOUT ROWID;
CREATE INDEX i ON d(c);
PRAGMA index_xinfo(i);
----
0|2|'c'|0|'BINARY'|1
1|0|'a'|1|'BINARY'|0
2|1|'b'|0|'BINARY'|0

PRAGMA index_xinfo(sqlite_autoindex_d_1);
----
0|0|'a'|1|'BINARY'|1
1|1|'b'|0|'BINARY'|1
2|2|'c'|0|'BINARY'|0

-- But not in the indexes of constraints, where the rest of the entry is in ascending order.
CREATE TABLE e(a, b UNIQUE, c, PRIMARY KEY(c DESC, a)) WITHOUT ROWID;
INSERT INTO e VALUES(1, NULL, 1), (2, NULL, 2), (2, NULL, 3), (1, 5, 3);
PRAGMA index_xinfo(sqlite_autoindex_e_1);
----
0|1|'b'|0|'BINARY'|1
1|2|'c'|0|'BINARY'|0
2|0|'a'|0|'BINARY'|0

SELECT c, a FROM e INDEXED BY sqlite_autoindex_e_1 WHERE b IS NULL;
----
1|1
2|2
3|2

SELECT c, a FROM e INDEXED BY sqlite_autoindex_e_1 WHERE b IS NULL AND c >= 2;
----
2|2
3|2

SELECT c FROM e WHERE b IS NULL ORDER BY b, c DESC;
----
3
2
1

SELECT c FROM e WHERE b IS NULL ORDER BY b, c;
----
1
2
3

PRAGMA integrity_check;
----
'ok'
