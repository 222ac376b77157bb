-- PRAGMA index_info, index_xinfo: the columns of an index; index_list: the indexes of a table.
-- covers: index_info index_xinfo index_list
-- labels: yes

CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT COLLATE NOCASE UNIQUE, c, d);
CREATE INDEX i ON t(c DESC, b COLLATE RTRIM, lower(d));
CREATE UNIQUE INDEX j ON t(d, a) WHERE c > 5;
CREATE TABLE w(x, y, z, PRIMARY KEY(z DESC, x), UNIQUE(y)) WITHOUT ROWID;
CREATE INDEX wi ON w(y, z);
PRAGMA index_info(i);
----
# seqno|cid|name
0|2|'c'
1|1|'b'
2|-2|NULL

PRAGMA index_xinfo(i);
----
# seqno|cid|name|desc|coll|key
0|2|'c'|1|'BINARY'|1
1|1|'b'|0|'RTRIM'|1
2|-2|NULL|0|'BINARY'|1
3|-1|NULL|0|'BINARY'|0

PRAGMA index_xinfo(j);
----
# seqno|cid|name|desc|coll|key
0|3|'d'|0|'BINARY'|1
1|0|'a'|0|'BINARY'|1
2|-1|NULL|0|'BINARY'|0

PRAGMA index_xinfo(sqlite_autoindex_t_1);
----
# seqno|cid|name|desc|coll|key
0|1|'b'|0|'NOCASE'|1
1|-1|NULL|0|'BINARY'|0

PRAGMA index_xinfo(wi);
----
# seqno|cid|name|desc|coll|key
0|1|'y'|0|'BINARY'|1
1|2|'z'|0|'BINARY'|1
2|0|'x'|0|'BINARY'|0

PRAGMA index_info(w);
----
# seqno|cid|name
0|2|'z'
1|0|'x'

PRAGMA index_xinfo(w);
----
# seqno|cid|name|desc|coll|key
0|2|'z'|1|'BINARY'|1
1|0|'x'|0|'BINARY'|1
2|1|'y'|0|'BINARY'|0

PRAGMA index_xinfo(sqlite_autoindex_w_2);
----
# seqno|cid|name|desc|coll|key
0|1|'y'|0|'BINARY'|1
1|2|'z'|0|'BINARY'|0
2|0|'x'|0|'BINARY'|0

PRAGMA index_info(nosuch);
----
# seqno|cid|name

PRAGMA index_info;
----
# seqno|cid|name

PRAGMA index_info(t);
----
# seqno|cid|name

PRAGMA index_list(t);
----
# seq|name|unique|origin|partial
0|'j'|1|'c'|1
1|'i'|0|'c'|0
2|'sqlite_autoindex_t_1'|1|'u'|0

PRAGMA index_list(w);
----
# seq|name|unique|origin|partial
0|'wi'|0|'c'|0
1|'sqlite_autoindex_w_2'|1|'u'|0
2|'sqlite_autoindex_w_1'|1|'pk'|0

PRAGMA index_list(nosuch);
----
# seq|name|unique|origin|partial

PRAGMA main.index_list('t');
----
# seq|name|unique|origin|partial
0|'j'|1|'c'|1
1|'i'|0|'c'|0
2|'sqlite_autoindex_t_1'|1|'u'|0

PRAGMA temp.index_list(t);
----
# seq|name|unique|origin|partial

SELECT l.name, x.seqno, x.cid, x.name, x.desc, x.coll, x.key FROM pragma_index_list('t', 'main') l, pragma_index_xinfo(l.name) x ORDER BY 1, 2;
----
# name|seqno|cid|name|desc|coll|key
'i'|0|2|'c'|1|'BINARY'|1
'i'|1|1|'b'|0|'RTRIM'|1
'i'|2|-2|NULL|0|'BINARY'|1
'i'|3|-1|NULL|0|'BINARY'|0
'j'|0|3|'d'|0|'BINARY'|1
'j'|1|0|'a'|0|'BINARY'|1
'j'|2|-1|NULL|0|'BINARY'|0
'sqlite_autoindex_t_1'|0|1|'b'|0|'NOCASE'|1
'sqlite_autoindex_t_1'|1|-1|NULL|0|'BINARY'|0

SELECT * FROM pragma_index_info;
----
# seqno|cid|name
