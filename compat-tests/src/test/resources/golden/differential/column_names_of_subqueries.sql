-- The columns of a subquery or common table have the names that are written there; those of a view have the names that the table declares.
-- labels: yes

CREATE TABLE t(B);
CREATE TABLE k(id INTEGER PRIMARY KEY);
CREATE VIEW v AS SELECT b FROM t;
CREATE VIEW w AS SELECT * FROM (SELECT b FROM t);
INSERT INTO t VALUES(1);
INSERT INTO k VALUES(2);

SELECT b FROM t;
----
# B
1

SELECT * FROM (SELECT b FROM t);
----
# b
1

SELECT B FROM (SELECT b FROM t LIMIT 1);
----
# b
1

WITH c AS (SELECT b FROM t) SELECT * FROM c;
----
# b
1

WITH RECURSIVE c AS (SELECT b FROM t UNION ALL SELECT b + 1 FROM c WHERE b < 2) SELECT * FROM c;
----
# b
1
2

SELECT * FROM (SELECT b FROM t UNION SELECT 2 ORDER BY 1);
----
# b
1
2

SELECT * FROM (SELECT (b), "b", t.b, b COLLATE nocase, +b FROM t);
----
# b|b:1|b:2|b:3|+b
1|1|1|1|1

-- The rowid, too.
SELECT rowid FROM k;
----
# id
2

SELECT * FROM (SELECT rowid FROM k);
----
# rowid
2

SELECT * FROM (SELECT k.oid FROM k);
----
# oid
2

SELECT * FROM v;
----
# B
1

SELECT * FROM w;
----
# b
1

CREATE TABLE x AS SELECT b FROM t;
CREATE TABLE y AS SELECT * FROM (SELECT b FROM t);
SELECT name, sql FROM sqlite_schema WHERE name IN ('x', 'y');
----
# name|sql
'x'|'CREATE TABLE x(B)'
'y'|'CREATE TABLE y(b)'
