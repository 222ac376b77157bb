-- INSERT INTO t SELECT * FROM u between tables of the same form: records are copied as they are, and rowids with them.

CREATE TABLE u(a, b);
CREATE INDEX ui ON u(a);
INSERT INTO u(rowid, a, b) VALUES(5, 1, 2), (10, 3, 4);
CREATE TABLE t(a, b);
CREATE INDEX ti ON t(a);
INSERT INTO t SELECT * FROM u;

-- The target was empty and has an index: rowids are those of the source.
SELECT rowid, * FROM t;
----
5|1|2
10|3|4

SELECT last_insert_rowid(), changes(), total_changes();
----
10|2|4

-- It is not empty any more: new rowids.
INSERT INTO t SELECT * FROM u;
SELECT rowid, * FROM t;
----
5|1|2
10|3|4
11|1|2
12|3|4

-- Without index the rows are numbered anew in any case.
CREATE TABLE p(a, b);
INSERT INTO p SELECT * FROM (u);
SELECT rowid, * FROM p;
----
1|1|2
2|3|4

-- No index is searched, and so nobody notices that there is none of this name.
INSERT INTO p SELECT * FROM u INDEXED BY nope;
SELECT rowid, * FROM p;
----
1|1|2
2|3|4
3|1|2
4|3|4

-- INTEGER PRIMARY KEY: a key that is there already.
CREATE TABLE k(id INTEGER PRIMARY KEY, a);
CREATE TABLE l(id INTEGER PRIMARY KEY, a);
INSERT INTO k VALUES(3, 3), (4, 4), (5, 5);
INSERT INTO l VALUES(4, 9);
INSERT INTO l SELECT * FROM k;
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: l.id

SELECT * FROM l;
----
4|9

INSERT OR IGNORE INTO l SELECT * FROM k;
SELECT *, changes() FROM l;
----
3|3|2
4|9|2
5|5|2

INSERT OR REPLACE INTO l SELECT * FROM k;
SELECT *, changes() FROM l;
----
3|3|3
4|4|3
5|5|3

CREATE TABLE r(id INTEGER PRIMARY KEY ON CONFLICT REPLACE, a);
INSERT INTO r VALUES(4, 0);
INSERT INTO r SELECT * FROM k;
SELECT * FROM r;
----
3|3
4|4
5|5

BEGIN;
DELETE FROM l;
INSERT INTO l SELECT * FROM k;
INSERT OR ROLLBACK INTO l SELECT * FROM k;
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: l.id

ROLLBACK;
----
error ERROR: cannot rollback - no transaction is active

SELECT * FROM l;
----
3|3
4|4
5|5

-- AUTOINCREMENT remembers the largest.
CREATE TABLE au(id INTEGER PRIMARY KEY AUTOINCREMENT, b);
INSERT INTO au VALUES(7, 1), (30, 2);
CREATE TABLE av(id INTEGER PRIMARY KEY AUTOINCREMENT, b);
INSERT INTO av SELECT * FROM au;
SELECT * FROM sqlite_sequence;
----
'au'|30
'av'|30

DELETE FROM av;
INSERT INTO av(b) VALUES(3);
SELECT * FROM av;
----
31|3

-- WITHOUT ROWID.
CREATE TABLE w(a, b, c, PRIMARY KEY(b, a)) WITHOUT ROWID;
CREATE INDEX wi ON w(c DESC);
CREATE TABLE x(a, b, c, PRIMARY KEY(b, a)) WITHOUT ROWID;
CREATE INDEX xi ON x(c DESC);
INSERT INTO w VALUES(1, 2, 7), (3, 1, 8);
INSERT INTO x SELECT * FROM w;
SELECT *, changes() FROM x;
----
3|1|8|2
1|2|7|2

SELECT c FROM x ORDER BY c DESC;
----
8
7

INSERT INTO x SELECT * FROM w;
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: x.b, x.a

INSERT OR IGNORE INTO x SELECT * FROM w;
SELECT changes();
----
0

-- UNIQUE with a policy of its own.
CREATE TABLE n(a PRIMARY KEY ON CONFLICT IGNORE, b);
CREATE TABLE o(a PRIMARY KEY ON CONFLICT IGNORE, b);
INSERT INTO n VALUES(1, 1), (2, 2);
INSERT INTO o SELECT * FROM n;
INSERT INTO o SELECT * FROM n;
SELECT *, changes() FROM o;
----
1|1|0
2|2|0

-- What is not of the same form is inserted row by row: the rowid tells.
CREATE TABLE a(x INT, y TEXT DEFAULT 'q');
CREATE INDEX ax ON a(x);
INSERT INTO a(rowid, x, y) VALUES(5, 1, 'one');
CREATE TABLE b(x INT, y TEXT DEFAULT 'r');
CREATE INDEX bx ON b(x);
INSERT INTO b SELECT * FROM a;
SELECT rowid, * FROM b;
----
1|1|'one'

CREATE TABLE c(x REAL, y TEXT DEFAULT 'q');
CREATE INDEX cx ON c(x);
INSERT INTO c SELECT * FROM a;
SELECT rowid, * FROM c;
----
1|1.0|'one'

CREATE TABLE d(x INT, y TEXT COLLATE NOCASE DEFAULT 'q');
CREATE INDEX dx ON d(x);
INSERT INTO d SELECT * FROM a;
SELECT rowid, * FROM d;
----
1|1|'one'

CREATE TABLE e(x INT NOT NULL, y TEXT DEFAULT 'q');
CREATE INDEX ex ON e(x);
INSERT INTO e SELECT * FROM a;
SELECT rowid, * FROM e;
----
1|1|'one'

CREATE TABLE g(p INT, q TEXT DEFAULT 'q');
CREATE INDEX gx ON g(p);
INSERT INTO g SELECT * FROM a;
SELECT rowid, * FROM g;
----
5|1|'one'

CREATE TABLE h(x INT, y TEXT DEFAULT 'q') STRICT;
CREATE INDEX hx ON h(x);
INSERT INTO h SELECT * FROM a;
SELECT rowid, * FROM h;
----
1|1|'one'

CREATE TABLE i(x INTEGER, y VARCHAR(9) DEFAULT 'q');
CREATE INDEX ix ON i(x);
INSERT INTO i SELECT * FROM a;
SELECT rowid, * FROM i;
----
5|1|'one'

CREATE TABLE j(x INT, y TEXT DEFAULT 'q', CHECK(x > 0));
CREATE INDEX jx ON j(x);
INSERT INTO j SELECT * FROM a;
SELECT rowid, * FROM j;
----
1|1|'one'

CREATE TABLE i1(x INT, y TEXT DEFAULT 'q');
CREATE INDEX i1x ON i1(x DESC);
INSERT INTO i1 SELECT * FROM a;
SELECT rowid, * FROM i1;
----
1|1|'one'

CREATE TABLE i2(x INT, y TEXT DEFAULT 'q');
CREATE INDEX i2x ON i2(x, y);
INSERT INTO i2 SELECT * FROM a;
SELECT rowid, * FROM i2;
----
1|1|'one'

CREATE TABLE i3(x INT, y TEXT DEFAULT 'q');
CREATE INDEX i3x ON i3(x COLLATE NOCASE);
INSERT INTO i3 SELECT * FROM a;
SELECT rowid, * FROM i3;
----
1|1|'one'

CREATE TABLE i4(x INT, y TEXT DEFAULT 'q');
CREATE INDEX i4x ON i4(y);
INSERT INTO i4 SELECT * FROM a;
SELECT rowid, * FROM i4;
----
1|1|'one'

CREATE TABLE i5(x INT, y TEXT DEFAULT 'q');
CREATE INDEX i5x ON i5(x) WHERE (x > 0);
INSERT INTO i5 SELECT * FROM a;
SELECT rowid, * FROM i5;
----
1|1|'one'

CREATE TABLE i6(x INT, y TEXT DEFAULT 'q');
CREATE INDEX i6x ON i6(abs(x));
INSERT INTO i6 SELECT * FROM a;
SELECT rowid, * FROM i6;
----
1|1|'one'

-- The other way: what the source must have more than the target, and what it may.
DELETE FROM a;
INSERT INTO e(rowid, x) VALUES(9, 2);
INSERT INTO a SELECT * FROM e;
SELECT rowid, * FROM a;
----
1|1|'one'
9|2|'q'

DELETE FROM a;
INSERT INTO h(rowid, x) VALUES(9, 2);
INSERT INTO a SELECT * FROM h;
SELECT rowid, * FROM a;
----
1|1|'one'
9|2|'q'

DELETE FROM a;
INSERT INTO j(rowid, x) VALUES(9, 2);
INSERT INTO a SELECT * FROM j;
SELECT rowid, * FROM a;
----
1|1|'one'
9|2|'q'

-- Other statements that mean the same.
DELETE FROM g;
INSERT INTO g(p, q) SELECT * FROM a;
SELECT rowid, * FROM g;
----
1|1|'one'
2|2|'q'

DELETE FROM g;
INSERT INTO g SELECT a.* FROM a;
SELECT rowid, * FROM g;
----
1|1|'one'
2|2|'q'

DELETE FROM g;
INSERT INTO g SELECT * FROM a AS z;
SELECT rowid, * FROM g;
----
1|1|'one'
9|2|'q'

DELETE FROM g;
INSERT INTO g SELECT * FROM (a);
SELECT rowid, * FROM g;
----
1|1|'one'
9|2|'q'

DELETE FROM g;
INSERT INTO g SELECT * FROM a NOT INDEXED;
SELECT rowid, * FROM g;
----
1|1|'one'
9|2|'q'

DELETE FROM g;
INSERT INTO g SELECT * FROM a WHERE 1;
SELECT rowid, * FROM g;
----
1|1|'one'
2|2|'q'

DELETE FROM g;
INSERT INTO g SELECT * FROM a ORDER BY 1;
SELECT rowid, * FROM g;
----
1|1|'one'
2|2|'q'

DELETE FROM g;
INSERT INTO g SELECT * FROM a LIMIT 9;
SELECT rowid, * FROM g;
----
1|1|'one'
2|2|'q'

DELETE FROM g;
INSERT INTO g SELECT DISTINCT * FROM a;
SELECT rowid, * FROM g;
----
1|1|'one'
2|2|'q'

DELETE FROM g;
INSERT INTO g SELECT * FROM (SELECT * FROM a);
SELECT rowid, * FROM g;
----
1|1|'one'
2|2|'q'

DELETE FROM g;
WITH q AS (SELECT 1) INSERT INTO g SELECT * FROM a;
SELECT rowid, * FROM g;
----
1|1|'one'
2|2|'q'

DELETE FROM g;
INSERT OR FAIL INTO g SELECT * FROM a;
SELECT rowid, * FROM g;
----
1|1|'one'
9|2|'q'

DELETE FROM g;
REPLACE INTO g SELECT * FROM a;
SELECT rowid, * FROM g;
----
1|1|'one'
9|2|'q'

DELETE FROM i;
INSERT INTO i SELECT * FROM a;
SELECT *, typeof(y) FROM i;
----
1|'one'|'text'
2|'q'|'text'

-- Expressions of the definitions are compared.
CREATE TABLE y(id INTEGER PRIMARY KEY, b, c AS (b + 1), CHECK(b > 0));
CREATE TABLE z(id INTEGER PRIMARY KEY, b, c AS (b + 1), CHECK(b > 0));
CREATE INDEX yi ON y(b + c) WHERE b > 1;
CREATE INDEX zi ON z(b + c) WHERE b > 1;
INSERT INTO y(id, b) VALUES(1, 1), (2, 2);
INSERT INTO z SELECT * FROM y;
SELECT * FROM z;
----
1|1|2
2|2|3

SELECT b FROM z WHERE b > 1 AND b + c = 5;
----
2

CREATE TABLE z2(id INTEGER PRIMARY KEY, b, c AS (b + 1), CHECK(b > 1));
INSERT INTO z2 SELECT * FROM y;
----
error ERROR: table z2 has 2 columns but 3 values were supplied

-- A BLOB column does not take what ANY has.
CREATE TABLE s(a INT, b ANY) STRICT;
CREATE TABLE s2(a INT, b BLOB) STRICT;
CREATE TABLE s3(a INTEGER, b ANY) STRICT;
INSERT INTO s VALUES(1, 'x');
INSERT INTO s2 SELECT * FROM s;
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in BLOB column s2.b

INSERT INTO s3 SELECT * FROM s;
SELECT *, typeof(b) FROM s3;
----
1|'x'|'text'

-- Records that were made before a column was added are short.
CREATE TABLE o1(a);
INSERT INTO o1 VALUES(1);
ALTER TABLE o1 ADD COLUMN b DEFAULT 5;
CREATE TABLE o2(a, b DEFAULT 5);
CREATE TABLE o3(a, b DEFAULT 6);
INSERT INTO o2 SELECT * FROM o1;
INSERT INTO o3 SELECT * FROM o1;
SELECT * FROM o2, o3;
----
1|5|1|5

-- In a trigger, and for a table with triggers.
CREATE TABLE ta(x, y);
CREATE TABLE tb(x, y);
CREATE TABLE tc(x, y);
CREATE UNIQUE INDEX tai ON ta(x);
CREATE UNIQUE INDEX tbi ON tb(x);
CREATE TRIGGER tr AFTER INSERT ON ta BEGIN INSERT INTO tb SELECT * FROM ta; END;
CREATE TRIGGER ts AFTER INSERT ON tc BEGIN DELETE FROM tb; END;
INSERT INTO ta VALUES(9, 9);
SELECT rowid, * FROM tb;
----
1|9|9

INSERT INTO ta VALUES(10, 10);
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: tb.x

INSERT INTO tc SELECT * FROM ta;
SELECT count(*) FROM tb;
----
0

-- Between databases, and undone.
ATTACH ':memory:' AS m;
CREATE TABLE m.b(x, y);
INSERT INTO m.b SELECT * FROM ta;
SELECT * FROM m.b;
----
9|9

CREATE TEMP TABLE zz(x, y);
INSERT INTO zz SELECT * FROM m.b;
BEGIN;
DELETE FROM tb;
INSERT INTO tb SELECT * FROM ta;
SELECT count(*) FROM tb;
----
1

ROLLBACK;

SELECT count(*) FROM tb;
----
0

-- A child's parents are looked for.
PRAGMA foreign_keys = on;
CREATE TABLE parent(id INTEGER PRIMARY KEY);
CREATE TABLE child(x REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE orphans(x);
INSERT INTO orphans VALUES(9);
INSERT INTO child SELECT * FROM orphans;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

-- A parent may be what a child is waiting for; SQLite 3.54 does not see it come, and refuses the COMMIT.
CREATE TABLE more(id INTEGER PRIMARY KEY);
INSERT INTO more VALUES(1);
BEGIN;
INSERT INTO child VALUES(1);
INSERT INTO parent SELECT * FROM more;
-- Here the child has found its parent.
COMMIT;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed
---- here

PRAGMA integrity_check;
----
'ok'
