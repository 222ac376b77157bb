-- PRAGMA table_info, table_xinfo: the columns of a table; table_list: the tables.
-- covers: table_info table_xinfo table_list
-- labels: yes

CREATE TABLE t(a INTEGER PRIMARY KEY, b VARCHAR(10) NOT NULL DEFAULT 'x', "c d" DEFAULT (1+2), e REAL DEFAULT -1.5, f AS (a + 1), g INT AS (b) STORED, h DEFAULT CURRENT_TIMESTAMP, i DEFAULT NULL);
CREATE TABLE w(x TEXT, y INT, PRIMARY KEY(y, x)) WITHOUT ROWID;
CREATE TABLE s(a INT, b ANY) STRICT;
CREATE VIEW v(p, q) AS SELECT a, b || 'x' FROM t;
CREATE TEMP TABLE tt(z);
PRAGMA table_info(t);
----
# cid|name|type|notnull|dflt_value|pk
0|'a'|'INTEGER'|0|NULL|1
1|'b'|'VARCHAR(10)'|1|'''x'''|0
2|'c d'|''|0|'1+2'|0
3|'e'|'REAL'|0|'-1.5'|0
4|'h'|''|0|'CURRENT_TIMESTAMP'|0
5|'i'|''|0|'NULL'|0

PRAGMA table_xinfo(t);
----
# cid|name|type|notnull|dflt_value|pk|hidden
0|'a'|'INTEGER'|0|NULL|1|0
1|'b'|'VARCHAR(10)'|1|'''x'''|0|0
2|'c d'|''|0|'1+2'|0|0
3|'e'|'REAL'|0|'-1.5'|0|0
4|'f'|''|0|NULL|0|2
5|'g'|'INT'|0|NULL|0|3
6|'h'|''|0|'CURRENT_TIMESTAMP'|0|0
7|'i'|''|0|'NULL'|0|0

PRAGMA table_info(w);
----
# cid|name|type|notnull|dflt_value|pk
0|'x'|'TEXT'|1|NULL|2
1|'y'|'INT'|1|NULL|1

PRAGMA table_info(s);
----
# cid|name|type|notnull|dflt_value|pk
0|'a'|'INT'|0|NULL|0
1|'b'|'ANY'|0|NULL|0

PRAGMA table_info(v);
----
# cid|name|type|notnull|dflt_value|pk
0|'p'|'INTEGER'|0|NULL|0
1|'q'|''|0|NULL|0

PRAGMA table_xinfo(v);
----
# cid|name|type|notnull|dflt_value|pk|hidden
0|'p'|'INTEGER'|0|NULL|0|0
1|'q'|''|0|NULL|0|0

PRAGMA table_info(tt);
----
# cid|name|type|notnull|dflt_value|pk
0|'z'|''|0|NULL|0

PRAGMA temp.table_info(tt);
----
# cid|name|type|notnull|dflt_value|pk
0|'z'|''|0|NULL|0

PRAGMA main.table_info(tt);
----
# cid|name|type|notnull|dflt_value|pk

PRAGMA table_info(nosuch);
----
# cid|name|type|notnull|dflt_value|pk

PRAGMA table_info;
----
# cid|name|type|notnull|dflt_value|pk

PRAGMA table_info = 't';
----
# cid|name|type|notnull|dflt_value|pk
0|'a'|'INTEGER'|0|NULL|1
1|'b'|'VARCHAR(10)'|1|'''x'''|0
2|'c d'|''|0|'1+2'|0
3|'e'|'REAL'|0|'-1.5'|0
4|'h'|''|0|'CURRENT_TIMESTAMP'|0
5|'i'|''|0|'NULL'|0

PRAGMA table_info(sqlite_schema);
----
# cid|name|type|notnull|dflt_value|pk
0|'type'|'TEXT'|0|NULL|0
1|'name'|'TEXT'|0|NULL|0
2|'tbl_name'|'TEXT'|0|NULL|0
3|'rootpage'|'INT'|0|NULL|0
4|'sql'|'TEXT'|0|NULL|0

PRAGMA table_info("sqlite_temp_schema");
----
# cid|name|type|notnull|dflt_value|pk
0|'type'|'TEXT'|0|NULL|0
1|'name'|'TEXT'|0|NULL|0
2|'tbl_name'|'TEXT'|0|NULL|0
3|'rootpage'|'INT'|0|NULL|0
4|'sql'|'TEXT'|0|NULL|0

PRAGMA table_xinfo(json_each);
----
# cid|name|type|notnull|dflt_value|pk|hidden
0|'key'|''|0|NULL|0|0
1|'value'|''|0|NULL|0|0
2|'type'|''|0|NULL|0|0
3|'atom'|''|0|NULL|0|0
4|'id'|''|0|NULL|0|0
5|'parent'|''|0|NULL|0|0
6|'fullkey'|''|0|NULL|0|0
7|'path'|''|0|NULL|0|0
8|'json'|''|0|NULL|0|1
9|'root'|''|0|NULL|0|1

PRAGMA table_info(pragma_table_info);
----
# cid|name|type|notnull|dflt_value|pk
0|'cid'|''|0|NULL|0
1|'name'|''|0|NULL|0
2|'type'|''|0|NULL|0
3|'notnull'|''|0|NULL|0
4|'dflt_value'|''|0|NULL|0
5|'pk'|''|0|NULL|0

SELECT * FROM pragma_table_list ORDER BY schema, name;
----
# schema|name|type|ncol|wr|strict
'main'|'s'|'table'|2|0|1
'main'|'sqlite_schema'|'table'|5|0|0
'main'|'t'|'table'|8|0|0
'main'|'v'|'view'|2|0|0
'main'|'w'|'table'|2|1|0
'temp'|'sqlite_temp_schema'|'table'|5|0|0
'temp'|'tt'|'table'|1|0|0

PRAGMA table_list(t);
----
# schema|name|type|ncol|wr|strict
'main'|'t'|'table'|8|0|0

PRAGMA table_list(sqlite_schema);
----
# schema|name|type|ncol|wr|strict

PRAGMA table_list(sqlite_master);
----
# schema|name|type|ncol|wr|strict
'main'|'sqlite_schema'|'table'|5|0|0

PRAGMA table_list(sqlite_temp_schema);
----
# schema|name|type|ncol|wr|strict

PRAGMA temp.table_list(tt);
----
# schema|name|type|ncol|wr|strict
'temp'|'tt'|'table'|1|0|0

PRAGMA main.table_list(tt);
----
# schema|name|type|ncol|wr|strict

PRAGMA nosuch.table_list(tt);
----
error ERROR: unknown database nosuch

PRAGMA main.table_list(w);
----
# schema|name|type|ncol|wr|strict
'main'|'w'|'table'|2|1|0

SELECT name FROM pragma_table_info('t', 'main') WHERE pk;
----
# name
'a'

SELECT arg, schema, name FROM pragma_table_info('w');
----
# arg|schema|name
'w'|NULL|'x'
'w'|NULL|'y'

SELECT m.name, group_concat(c.name) FROM sqlite_schema m JOIN pragma_table_info(m.name) c GROUP BY m.name ORDER BY 1;
----
# name|group_concat(c.name)
's'|'a,b'
't'|'a,b,c d,e,h,i'
'v'|'p,q'
'w'|'x,y'

SELECT * FROM pragma_table_list WHERE schema = 'temp' ORDER BY name;
----
# schema|name|type|ncol|wr|strict
'temp'|'sqlite_temp_schema'|'table'|5|0|0
'temp'|'tt'|'table'|1|0|0

-- A view that does not work tells nothing.
CREATE VIEW bad AS SELECT nosuch FROM t;
PRAGMA table_info(bad);
----
error ERROR: no such column: nosuch

-- It is left out.
SELECT * FROM pragma_table_list ORDER BY schema, name;
----
# schema|name|type|ncol|wr|strict
'main'|'bad'|'view'|0|0|0
'main'|'s'|'table'|2|0|1
'main'|'sqlite_schema'|'table'|5|0|0
'main'|'t'|'table'|8|0|0
'main'|'v'|'view'|2|0|0
'main'|'w'|'table'|2|1|0
'temp'|'sqlite_temp_schema'|'table'|5|0|0
'temp'|'tt'|'table'|1|0|0

CREATE TABLE "quoted ""name"""("col ""umn""" 'ty pe');
PRAGMA table_info("quoted ""name""");
----
# cid|name|type|notnull|dflt_value|pk
0|'col "umn"'|'ty pe'|0|NULL|0
