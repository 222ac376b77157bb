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
