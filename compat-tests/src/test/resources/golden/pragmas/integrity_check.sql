-- PRAGMA integrity_check, quick_check: what is wrong with the database.
-- covers: integrity_check quick_check
-- labels: yes

CREATE TABLE t(a INTEGER PRIMARY KEY, b NOT NULL, c CHECK(c > 0), d TEXT);
CREATE INDEX i ON t(b);
INSERT INTO t VALUES(1, 1, 1, 'x'), (2, 2, 2, 'y');
PRAGMA integrity_check;
----
# integrity_check
'ok'

PRAGMA quick_check;
----
# quick_check
'ok'

PRAGMA integrity_check(t);
----
# integrity_check
'ok'

PRAGMA integrity_check(5);
----
# integrity_check
'ok'

PRAGMA integrity_check(0);
----
# integrity_check
'ok'

PRAGMA integrity_check(nosuch);
----
error ERROR: no such table: nosuch

PRAGMA main.integrity_check;
----
# integrity_check
'ok'

PRAGMA temp.integrity_check;
----
# integrity_check
'ok'

SELECT * FROM pragma_integrity_check;
----
# integrity_check
'ok'

SELECT * FROM pragma_quick_check('t', 'main');
----
# quick_check
'ok'

-- Constraints that the rows do not keep.
PRAGMA ignore_check_constraints = 1;
INSERT INTO t VALUES(3, 3, -1, 'z'), (4, 4, -2, 'z');
PRAGMA ignore_check_constraints = 0;
PRAGMA integrity_check;
----
# integrity_check
'CHECK constraint failed in t'
'CHECK constraint failed in t'

PRAGMA quick_check;
----
# quick_check
'CHECK constraint failed in t'
'CHECK constraint failed in t'

PRAGMA integrity_check(1);
----
# integrity_check
'CHECK constraint failed in t'

-- A schema that does not fit the rows.
PRAGMA writable_schema = 1;
UPDATE sqlite_schema SET sql = 'CREATE TABLE t(a INTEGER PRIMARY KEY, b NOT NULL, c NOT NULL, d TEXT, e INT NOT NULL)' WHERE name = 't';
PRAGMA writable_schema = RESET;
PRAGMA integrity_check;
----
# integrity_check
'NULL value in t.e'
'NULL value in t.e'
'NULL value in t.e'
'NULL value in t.e'

PRAGMA quick_check(t);
----
# quick_check
'NULL value in t.e'
'NULL value in t.e'
'NULL value in t.e'
'NULL value in t.e'

-- STRICT tables are checked for types, too.
CREATE TABLE s(a INT, b TEXT, c ANY);
INSERT INTO s VALUES(1, 'x', 2), ('one', x'00', 3.5), (2.5, 'y', NULL);
PRAGMA writable_schema = 1;
UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE name = 's';
PRAGMA writable_schema = RESET;
PRAGMA integrity_check(s);
----
# integrity_check
'non-INT value in s.a'
'non-TEXT value in s.b'
'non-INT value in s.a'

-- So are values that the affinity of their column would have changed.
CREATE TABLE f(a, b, c, d);
INSERT INTO f VALUES('1', 1, '2.5', 'x'), ('x', 'y', x'31', 3), ('1e5', 2.5, 'q', NULL), (1, 'z', 1, x'00');
PRAGMA writable_schema = 1;
UPDATE sqlite_schema SET sql = 'CREATE TABLE f(a INT, b TEXT, c REAL, d NUMERIC NOT NULL)' WHERE name = 'f';
PRAGMA writable_schema = RESET;
PRAGMA integrity_check(f);
----
# integrity_check
'TEXT value in f.a'
'NUMERIC value in f.b'
'TEXT value in f.c'
'TEXT value in f.a'
'NUMERIC value in f.b'
'NULL value in f.d'

PRAGMA quick_check(f);
----
# quick_check
'TEXT value in f.a'
'NUMERIC value in f.b'
'TEXT value in f.c'
'TEXT value in f.a'
'NUMERIC value in f.b'
'NULL value in f.d'
