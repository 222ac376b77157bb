-- Which number the index of each constraint of a WITHOUT ROWID table gets: an INTEGER PRIMARY KEY, which would be the rowid, comes last.
-- covers: CREATE TABLE

CREATE TABLE a(x INTEGER PRIMARY KEY, y UNIQUE, z UNIQUE) WITHOUT ROWID;
CREATE TABLE b(x UNIQUE, y TEXT PRIMARY KEY, z UNIQUE) WITHOUT ROWID;
CREATE TABLE c(x UNIQUE, y INTEGER, z UNIQUE, PRIMARY KEY(y DESC)) WITHOUT ROWID;
CREATE TABLE d(x UNIQUE, y INTEGER PRIMARY KEY DESC, z UNIQUE) WITHOUT ROWID;
SELECT tbl_name, name FROM sqlite_schema WHERE type = 'index';
----
'a'|'sqlite_autoindex_a_1'
'a'|'sqlite_autoindex_a_2'
'b'|'sqlite_autoindex_b_1'
'b'|'sqlite_autoindex_b_3'
'c'|'sqlite_autoindex_c_1'
'c'|'sqlite_autoindex_c_2'
'd'|'sqlite_autoindex_d_1'
'd'|'sqlite_autoindex_d_3'

SELECT t.name, i.name, i.origin FROM sqlite_schema t, pragma_index_list(t.name) i WHERE t.type = 'table';
----
'a'|'sqlite_autoindex_a_3'|'pk'
'a'|'sqlite_autoindex_a_2'|'u'
'a'|'sqlite_autoindex_a_1'|'u'
'b'|'sqlite_autoindex_b_3'|'u'
'b'|'sqlite_autoindex_b_2'|'pk'
'b'|'sqlite_autoindex_b_1'|'u'
'c'|'sqlite_autoindex_c_3'|'pk'
'c'|'sqlite_autoindex_c_2'|'u'
'c'|'sqlite_autoindex_c_1'|'u'
'd'|'sqlite_autoindex_d_3'|'u'
'd'|'sqlite_autoindex_d_2'|'pk'
'd'|'sqlite_autoindex_d_1'|'u'

-- The same key twice is one index, with the number of the first.
CREATE TABLE e(x INTEGER PRIMARY KEY, y UNIQUE, UNIQUE(x)) WITHOUT ROWID;
CREATE TABLE f(x INTEGER PRIMARY KEY UNIQUE, y UNIQUE) WITHOUT ROWID;
CREATE TABLE g(x UNIQUE, y INTEGER PRIMARY KEY COLLATE NOCASE) WITHOUT ROWID;
SELECT t.name, i.name, i.origin FROM sqlite_schema t, pragma_index_list(t.name) i WHERE t.type = 'table' AND t.name >= 'e';
----
'e'|'sqlite_autoindex_e_2'|'pk'
'e'|'sqlite_autoindex_e_1'|'u'
'f'|'sqlite_autoindex_f_2'|'u'
'f'|'sqlite_autoindex_f_1'|'pk'
'g'|'sqlite_autoindex_g_2'|'pk'
'g'|'sqlite_autoindex_g_1'|'u'
