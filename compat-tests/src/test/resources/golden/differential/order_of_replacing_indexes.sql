-- Indexes are listed newest first; those whose constraint replaces come after all others, newest first among themselves.

CREATE TABLE t(a UNIQUE ON CONFLICT REPLACE, b UNIQUE ON CONFLICT REPLACE, c UNIQUE, d UNIQUE ON CONFLICT REPLACE, e UNIQUE);

CREATE INDEX i ON t(a);

PRAGMA index_list(t);
----
0|'i'|0|'c'|0
1|'sqlite_autoindex_t_5'|1|'u'|0
2|'sqlite_autoindex_t_3'|1|'u'|0
3|'sqlite_autoindex_t_4'|1|'u'|0
4|'sqlite_autoindex_t_2'|1|'u'|0
5|'sqlite_autoindex_t_1'|1|'u'|0

CREATE TABLE u(a UNIQUE ON CONFLICT REPLACE, b, PRIMARY KEY(b) ON CONFLICT REPLACE);

PRAGMA index_list(u);
----
0|'sqlite_autoindex_u_2'|1|'pk'|0
1|'sqlite_autoindex_u_1'|1|'u'|0
