-- PRAGMA database_list: the databases of the connection.
-- covers: database_list
-- labels: yes

SELECT seq, name, file = '' FROM pragma_database_list WHERE seq > 0;
----
# seq|name|file = ''

ATTACH ':memory:' AS other;
CREATE TEMP TABLE t(a);
SELECT seq, name, file FROM pragma_database_list WHERE seq > 0;
----
# seq|name|file
1|'temp'|''
2|'other'|''

DETACH other;
SELECT seq, name FROM pragma_database_list;
----
# seq|name
0|'main'
1|'temp'

SELECT name, file IS NOT NULL FROM pragma_database_list;
----
# name|file IS NOT NULL
'main'|1
'temp'|1

SELECT * FROM pragma_database_list(1);
----
error ERROR: too many arguments on pragma_database_list() - max 0
