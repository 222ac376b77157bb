-- ALTER TABLE … ADD looks whether all rows meet all constraints if it brings a CHECK, a generated NOT NULL column, or the table is STRICT.

CREATE TABLE t1(a INT) STRICT;
INSERT INTO t1 VALUES(1);

ALTER TABLE t1 ADD b INT DEFAULT 'x';
----
error ERROR: type mismatch on DEFAULT

ALTER TABLE t1 ADD b INT DEFAULT '5';

ALTER TABLE t1 ADD c BLOB AS (1);
----
error CONSTRAINT_DATATYPE: constraint failed

ALTER TABLE t1 ADD c INT AS ('x');
----
error CONSTRAINT_DATATYPE: constraint failed

ALTER TABLE t1 ADD c TEXT AS (1);

SELECT * FROM t1;
----
1|5|'1'

-- Row by row, and in each the columns first.
ALTER TABLE t1 ADD d INT CHECK(d > 1) DEFAULT 'x';
----
error ERROR: type mismatch on DEFAULT

ALTER TABLE t1 ADD d INT CHECK(d > 1) DEFAULT 1;
----
error ERROR: CHECK constraint failed

ALTER TABLE t1 ADD d INT CHECK(d > 1) NOT NULL AS (NULL);
----
error ERROR: NOT NULL constraint failed

INSERT INTO t1(a) VALUES(NULL);

ALTER TABLE t1 ADD d INT AS (a || 'x');
----
error CONSTRAINT_DATATYPE: constraint failed

ALTER TABLE t1 ADD d TEXT NOT NULL AS (a || 'x');
----
error ERROR: NOT NULL constraint failed

-- Without rows nothing is wrong yet.
CREATE TABLE t2(a INT) STRICT;
ALTER TABLE t2 ADD b INT DEFAULT 'x';
ALTER TABLE t2 ADD c BLOB AS (1);

INSERT INTO t2(a) VALUES(1);
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t2.b

CREATE TABLE t3(a INT PRIMARY KEY, b) WITHOUT ROWID;
INSERT INTO t3 VALUES(1, 2);

ALTER TABLE t3 ADD c CHECK(a > 1);
----
error ERROR: CHECK constraint failed

ALTER TABLE t3 ADD c AS (NULL) NOT NULL;
----
error ERROR: NOT NULL constraint failed

ALTER TABLE t3 ADD CHECK(a > 1);
----
error CONSTRAINT: constraint failed

-- What cannot be computed.
ALTER TABLE t3 ADD c CHECK(abs(-9223372036854775808) > 0);
----
error ERROR: SQL logic error

ALTER TABLE t3 ADD c AS (abs(-9223372036854775808)) NOT NULL;
----
error ERROR: SQL logic error

-- Old constraints that were violated are found by a new one, but CHECK only if it counts.
CREATE TABLE t4(a INT CHECK(a > 0));
PRAGMA ignore_check_constraints = 1;
INSERT INTO t4 VALUES(-1);
ALTER TABLE t4 ADD b INT CHECK(b > 1) DEFAULT 1;
PRAGMA ignore_check_constraints = 0;
ALTER TABLE t4 ADD c;

ALTER TABLE t4 ADD d CHECK(d IS NULL);
----
error ERROR: CHECK constraint failed

ALTER TABLE t4 ADD d AS (5) NOT NULL;
----
error ERROR: CHECK constraint failed

ALTER TABLE t4 ADD d NOT NULL DEFAULT 5;

SELECT * FROM t4;
----
-1|1|NULL|5
