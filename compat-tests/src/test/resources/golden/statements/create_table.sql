-- CREATE TABLE.
-- covers: CREATE TABLE

CREATE TABLE p(id INTEGER PRIMARY KEY AUTOINCREMENT, n TEXT COLLATE NOCASE NOT NULL UNIQUE);
CREATE TABLE a(x INT NOT NULL DEFAULT 1 CHECK(x > 0), y TEXT DEFAULT 'it''s' COLLATE NOCASE, z AS (x + 1) STORED, w GENERATED ALWAYS AS (x * 2) VIRTUAL, p REFERENCES p ON DELETE CASCADE, CONSTRAINT u UNIQUE(x, y), CONSTRAINT k CHECK(x < 100), FOREIGN KEY(x) REFERENCES p(id));
CREATE TABLE IF NOT EXISTS a(other);
CREATE TEMP TABLE tt(q);
CREATE TEMPORARY TABLE t3 AS SELECT 1 AS one, 'x' || 'y', NULL;
CREATE TABLE s(a INT, b INTEGER, c REAL, d TEXT, e BLOB, f ANY) STRICT;
CREATE TABLE w(a, b, PRIMARY KEY(b DESC, a)) WITHOUT ROWID;
CREATE TABLE sw(a INT PRIMARY KEY, b TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE "odd ""name"""("col 1" 'type x', [col 2], `col 3` DEFAULT (1 + 2));
CREATE TABLE c AS SELECT x, y, z, 1.5 AS r, x'00' AS b FROM a;
SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid;
----
'table'|'p'|'p'|'CREATE TABLE p(id INTEGER PRIMARY KEY AUTOINCREMENT, n TEXT COLLATE NOCASE NOT NULL UNIQUE)'
'index'|'sqlite_autoindex_p_1'|'p'|NULL
'table'|'sqlite_sequence'|'sqlite_sequence'|'CREATE TABLE sqlite_sequence(name,seq)'
'table'|'a'|'a'|'CREATE TABLE a(x INT NOT NULL DEFAULT 1 CHECK(x > 0), y TEXT DEFAULT ''it''''s'' COLLATE NOCASE, z AS (x + 1) STORED, w GENERATED ALWAYS AS (x * 2) VIRTUAL, p REFERENCES p ON DELETE CASCADE, CONSTRAINT u UNIQUE(x, y), CONSTRAINT k CHECK(x < 100), FOREIGN KEY(x) REFERENCES p(id))'
'index'|'sqlite_autoindex_a_1'|'a'|NULL
'table'|'s'|'s'|'CREATE TABLE s(a INT, b INTEGER, c REAL, d TEXT, e BLOB, f ANY) STRICT'
'table'|'w'|'w'|'CREATE TABLE w(a, b, PRIMARY KEY(b DESC, a)) WITHOUT ROWID'
'table'|'sw'|'sw'|'CREATE TABLE sw(a INT PRIMARY KEY, b TEXT) STRICT, WITHOUT ROWID'
'table'|'odd "name"'|'odd "name"'|'CREATE TABLE "odd ""name"""("col 1" ''type x'', [col 2], `col 3` DEFAULT (1 + 2))'
'table'|'c'|'c'|'CREATE TABLE c(x INT,y TEXT,z,r,b)'

SELECT name, sql FROM sqlite_temp_schema;
----
'tt'|'CREATE TABLE tt(q)'
't3'|'CREATE TABLE t3(one,"''x'' || ''y''","NULL")'

INSERT INTO p(n) VALUES('A'), ('b');
INSERT INTO p(n) VALUES('a');
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: p.n

DELETE FROM p;
INSERT INTO p(n) VALUES('c');
SELECT * FROM p;
----
3|'c'

SELECT * FROM sqlite_sequence;
----
'p'|3

INSERT INTO p VALUES(9223372036854775807, 'last');
INSERT INTO p(n) VALUES('none left');
----
error FULL: database or disk is full

INSERT INTO a(y) VALUES('q');
INSERT INTO a(x) VALUES(0);
----
error CONSTRAINT_CHECK: CHECK constraint failed: x > 0

INSERT INTO a(x) VALUES(200);
----
error CONSTRAINT_CHECK: CHECK constraint failed: k

INSERT INTO a(y) VALUES('Q');
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: a.x, a.y

SELECT * FROM a;
----
1|'q'|2|2|NULL

INSERT INTO s VALUES(1, 2, 3, 4, x'05', 6);
SELECT *, typeof(c), typeof(d), typeof(f) FROM s;
----
1|2|3.0|'4'|x'05'|6|'real'|'text'|'integer'

INSERT INTO s(a) VALUES('x');
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column s.a

INSERT INTO s(a) VALUES('7');
INSERT INTO s(d) VALUES(x'00');
----
error CONSTRAINT_DATATYPE: cannot store BLOB value in TEXT column s.d

INSERT INTO s(e) VALUES('text');
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in BLOB column s.e

INSERT INTO s(c) VALUES('1.5x');
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in REAL column s.c

INSERT INTO w VALUES(1, NULL);
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: w.b

CREATE TABLE a(x);
----
error ERROR: table a already exists

CREATE TABLE main.a(x);
----
error ERROR: table a already exists

CREATE TABLE nosuch.a(x);
----
error ERROR: unknown database nosuch

CREATE TABLE sqlite_x(x);
----
error ERROR: object name reserved for internal use: sqlite_x

CREATE TABLE d(x, x);
----
error ERROR: duplicate column name: x

CREATE TABLE d(x PRIMARY KEY, y PRIMARY KEY);
----
error ERROR: table "d" has more than one primary key

CREATE TABLE d(x INT, PRIMARY KEY(y));
----
error ERROR: no such column: y

CREATE TABLE d(x TEXT PRIMARY KEY AUTOINCREMENT);
----
error ERROR: AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY

CREATE TABLE d(x) WITHOUT ROWID;
----
error ERROR: PRIMARY KEY missing on table d

CREATE TABLE d(x NOSUCH) STRICT;
----
error ERROR: unknown datatype for d.x: "NOSUCH"

CREATE TABLE d(x) STRICT;
----
error ERROR: missing datatype for d.x

CREATE TABLE d(x) NOSUCH;
----
error ERROR: unknown table option: NOSUCH

CREATE TABLE d(x AS (y), y AS (x));
----
error ERROR: must have at least one non-generated column

CREATE TABLE d(x AS (1));
----
error ERROR: must have at least one non-generated column

CREATE TABLE d(x AS (nosuch), y);
----
error ERROR: no such column: nosuch

CREATE TABLE d(x CHECK(nosuch));
----
error ERROR: no such column: nosuch

CREATE TABLE d(x CHECK((SELECT 1)));
----
error ERROR: subqueries prohibited in CHECK constraints

CREATE TABLE d(x DEFAULT (y));
----
error ERROR: default value of column [x] is not constant

CREATE TABLE d(x, UNIQUE(y));
----
error ERROR: no such column: y

CREATE TABLE d(x, FOREIGN KEY(y) REFERENCES p);
----
error ERROR: unknown column "y" in foreign key definition

CREATE TABLE d(x, FOREIGN KEY(x) REFERENCES p(a, b));
----
error ERROR: number of columns in foreign key does not match the number of columns in the referenced table

CREATE TABLE d();
----
error ERROR: near ")": syntax error

CREATE TABLE d;
----
error ERROR: near ";": syntax error

CREATE TABLE d(x INT,);
----
error ERROR: near ")": syntax error

CREATE TABLE i AS SELECT 1, 2 UNION SELECT 3;
----
error ERROR: SELECTs to the left and right of UNION do not have the same number of result columns

CREATE TABLE d(x PRIMARY KEY ON CONFLICT IGNORE, y UNIQUE ON CONFLICT REPLACE, z NOT NULL ON CONFLICT ABORT DEFAULT 5);
INSERT INTO d VALUES(1, 1, 1), (1, 2, 2), (2, 1, 3);
SELECT * FROM d;
----
2|1|3

CREATE TABLE tt(q);
SELECT count(*) FROM main.tt;
----
0
