-- Six types are shown in capital letters, however a column's definition writes them; all others as they are written.

CREATE TABLE t(a integer, b Int, c any, d Text, e "text", f [real], g 'blob', h Blob GENERATED ALWAYS AS (1), i "integer primary" key, j integer(3), k numeric, l varchar (10));

ALTER TABLE t ADD m real;

PRAGMA table_xinfo(t);
----
0|'a'|'INTEGER'|0|NULL|0|0
1|'b'|'INT'|0|NULL|0|0
2|'c'|'ANY'|0|NULL|0|0
3|'d'|'TEXT'|0|NULL|0|0
4|'e'|'TEXT'|0|NULL|0|0
5|'f'|'REAL'|0|NULL|0|0
6|'g'|'BLOB'|0|NULL|0|0
7|'h'|'BLOB'|0|NULL|0|2
8|'i'|'integer primary'|0|NULL|0|0
9|'j'|'integer(3)'|0|NULL|0|0
10|'k'|'numeric'|0|NULL|0|0
11|'l'|'varchar (10)'|0|NULL|0|0
12|'m'|'REAL'|0|NULL|0|0

SELECT sql FROM sqlite_schema;
----
'CREATE TABLE t(a integer, b Int, c any, d Text, e "text", f [real], g ''blob'', h Blob GENERATED ALWAYS AS (1), i "integer primary" key, j integer(3), k numeric, l varchar (10), m real)'

CREATE TABLE u(a integer, b any PRIMARY KEY) STRICT, WITHOUT ROWID;

PRAGMA table_info(u);
----
0|'a'|'INTEGER'|0|NULL|0
1|'b'|'ANY'|1|NULL|1

INSERT INTO u VALUES('x', 1);
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INTEGER column u.a
