-- Affinity and declared type of the columns of VALUES, compounds and views.

CREATE TABLE w(a int, b, c varchar(10), d decimal, e real);

-- Constant rows of VALUES are computed beside the query: only a first row with an affinity gives one.
CREATE TABLE t1 AS VALUES('a'),(CAST(1 AS TEXT));
CREATE TABLE t2 AS VALUES(CAST(1 AS TEXT)),('a');
CREATE TABLE t3 AS VALUES(CAST(1 AS TEXT)),(1);
CREATE TABLE t4 AS VALUES('a'),(CAST(upper('1') AS TEXT));
CREATE TABLE t5 AS VALUES('a'),((SELECT CAST(1 AS TEXT)));
CREATE TABLE t6 AS WITH z AS (SELECT 1) VALUES('a'),(CAST(1 AS TEXT));
CREATE TABLE t7 AS SELECT CAST('1' AS TEXT) c UNION ALL VALUES('x'),('y');
CREATE TABLE t8 AS SELECT 'a' c UNION ALL VALUES('b'),(CAST('y' AS TEXT));

SELECT sql FROM sqlite_schema WHERE name LIKE 't_' ORDER BY name;
----
'CREATE TABLE t1(column1)'
'CREATE TABLE t2(column1 TEXT)'
'CREATE TABLE t3(column1)'
'CREATE TABLE t4(column1)'
'CREATE TABLE t5(column1 TEXT)'
'CREATE TABLE t6(column1 TEXT)'
'CREATE TABLE t7(c)'
'CREATE TABLE t8(c)'

SELECT '1' IN (VALUES(CAST(1 AS INT)),('a')), 1 IN (VALUES('1'),(CAST(1 AS TEXT))), '1'=(VALUES(CAST(1 AS INT)),('a'));
----
0|0|0

-- In a compound, a CAST to a kind of number says no more than that it is one.
CREATE TABLE n1 AS SELECT CAST('1' AS INT) a, CAST('1.0' AS REAL) b UNION ALL VALUES(1,2);

SELECT sql, a, b FROM sqlite_schema, n1 WHERE name='n1';
----
'CREATE TABLE n1(a NUM,b NUM)'|1|1.0
'CREATE TABLE n1(a NUM,b NUM)'|1|2

-- Columns of views.
CREATE VIEW v1 AS SELECT 1 a, CAST(1 AS TEXT) b, 'x'||'y' c, x'00' d, NULL e, CAST(1 AS BLOB) f, CAST(1 AS "") g, (SELECT CAST(1 AS INT)) h, CAST(1 AS REAL) i;
CREATE VIEW v2 AS SELECT rowid r, a, b, c, d, e FROM w UNION ALL SELECT 1, 2, 'a', 4.0, x'', 5;
CREATE VIEW v3 AS VALUES(1,CAST(1 AS TEXT)),(2,'a');
CREATE VIEW v4 AS SELECT c, d, (SELECT c FROM w) f, max(c) g, c||'' h FROM w;
CREATE VIEW v5(x, y) AS SELECT c, b FROM w;

SELECT group_concat(name||' '||type) FROM pragma_table_xinfo('v1');
----
'a ,b TEXT,c ,d ,e ,f BLOB,g NUM,h INT,i REAL'

SELECT group_concat(name||' '||type) FROM pragma_table_xinfo('v3');
----
'column1 ,column2 TEXT'

SELECT group_concat(name||' '||type) FROM pragma_table_xinfo('v4');
----
'c varchar(10),d decimal,f varchar(10),g ,h '

SELECT group_concat(name||' '||type) FROM pragma_table_xinfo('v5');
----
'x varchar(10),y BLOB'

SELECT group_concat(name||' '||lower(type)) FROM pragma_table_xinfo('v2');
----
'r integer,a int,b blob,c blob,d decimal,e real'

-- COLLATE is no part of a column's name.
CREATE TABLE c1 AS SELECT a COLLATE nocase, w.b COLLATE rtrim, (a) FROM w;

SELECT sql FROM sqlite_schema WHERE name='c1';
----
'CREATE TABLE c1(a INT,b,"a:1" INT)'

SELECT * FROM (SELECT a COLLATE nocase, +a FROM w);

-- Behind a WITH, VALUES with several rows are a subquery of a compound, with a type for each column.
WITH a AS (SELECT 1) SELECT NULL UNION ALL VALUES(5),(CAST('7' AS REAL)),(1.0),(2);
----
NULL
5.0
7.0
1.0
2.0

WITH a AS (SELECT 1) SELECT NULL UNION ALL VALUES(5),(CAST('7' AS REAL)),(1.0),('2');
----
NULL
5
7.0
1.0
'2'

SELECT NULL UNION ALL VALUES(5),(CAST('7' AS REAL)),(1.0),(2);
----
NULL
5
7.0
1.0
2
