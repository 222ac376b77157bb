-- In a unique index of one column all entries behind one that is not NULL count as different, NULLs too if the order is descending.
-- backends: memory file

CREATE TABLE t(a UNIQUE, b);

CREATE TABLE u(a PRIMARY KEY DESC, b);

INSERT INTO t VALUES(NULL, 1), (NULL, 2), (3, 4), (5, 6);

INSERT INTO u SELECT * FROM t;

ANALYZE;

SELECT * FROM sqlite_stat1 ORDER BY tbl;
----
't'|'sqlite_autoindex_t_1'|'4 2'
'u'|'sqlite_autoindex_u_1'|'4 1'

SELECT tbl, idx, neq, nlt, ndlt FROM sqlite_stat4 ORDER BY 1, 2, 3, 4, 5;
----
't'|'sqlite_autoindex_t_1'|'1 1'|'2 2'|'1 2'
't'|'sqlite_autoindex_t_1'|'1 1'|'3 3'|'2 3'
't'|'sqlite_autoindex_t_1'|'2 1'|'0 0'|'0 0'
't'|'sqlite_autoindex_t_1'|'2 1'|'0 1'|'0 1'
'u'|'sqlite_autoindex_u_1'|'1 1'|'0 0'|'0 0'
'u'|'sqlite_autoindex_u_1'|'1 1'|'1 1'|'1 1'
'u'|'sqlite_autoindex_u_1'|'1 1'|'2 2'|'2 2'
'u'|'sqlite_autoindex_u_1'|'1 1'|'3 3'|'3 3'
