-- INSERT, REPLACE.
-- covers: INSERT

CREATE TABLE t(a INTEGER PRIMARY KEY, b UNIQUE, c NOT NULL DEFAULT 'dc', d CHECK(d <> 'bad'), e AS (b || 'e'));
INSERT INTO t VALUES(1, 'one', 'c1', 'd1');
INSERT INTO t(b, d) VALUES('two', 'd2'), ('three', NULL);
INSERT INTO t DEFAULT VALUES;
INSERT INTO t(c, a) SELECT b, a + 10 FROM t WHERE b IS NOT NULL;
INSERT INTO main.t AS x (a, b) VALUES(NULL, 'auto');
SELECT * FROM t;
----
1|'one'|'c1'|'d1'|'onee'
2|'two'|'dc'|'d2'|'twoe'
3|'three'|'dc'|NULL|'threee'
4|NULL|'dc'|NULL|NULL
11|NULL|'one'|NULL|NULL
12|NULL|'two'|NULL|NULL
13|NULL|'three'|NULL|NULL
14|'auto'|'dc'|NULL|'autoe'

INSERT INTO t(a, b) VALUES(1, 'dup');
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: t.a

INSERT INTO t(b) VALUES('one');
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.b

INSERT INTO t(b, c) VALUES('n', NULL);
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: t.c

INSERT INTO t(b, d) VALUES('k', 'bad');
----
error CONSTRAINT_CHECK: CHECK constraint failed: d <> 'bad'

INSERT INTO t(a) VALUES('abc');
----
error MISMATCH: datatype mismatch

-- Each way to go on.
INSERT OR IGNORE INTO t(a, b) VALUES(1, 'ig'), (30, 'thirty'), (31, 'one');
SELECT a, b FROM t WHERE a >= 30;
----
30|'thirty'

INSERT OR REPLACE INTO t(a, b) VALUES(30, 'one');
SELECT a, b FROM t WHERE a IN (1, 30) OR b = 'one';
----
30|'one'

REPLACE INTO t(a, b, c) VALUES(30, 'r', NULL);
SELECT a, b, c FROM t WHERE a = 30;
----
30|'r'|'dc'

INSERT OR FAIL INTO t(a, b) VALUES(40, 'f1'), (40, 'f2'), (41, 'f3');
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: t.a

INSERT OR ABORT INTO t(a, b) VALUES(50, 'a1'), (50, 'a2');
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: t.a

SELECT a FROM t WHERE a >= 40;
----
40

BEGIN;
INSERT INTO t(a) VALUES(60);
INSERT OR ROLLBACK INTO t(a) VALUES(60);
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: t.a

SELECT a FROM t WHERE a = 60;

COMMIT;
----
error ERROR: cannot commit - no transaction is active

INSERT INTO t(b) VALUES('ret'), ('ret2') RETURNING a, b AS bee, c, e, rowid, *;
----
41|'ret'|'dc'|'rete'|41|41|'ret'|'dc'|NULL|'rete'
42|'ret2'|'dc'|'ret2e'|42|42|'ret2'|'dc'|NULL|'ret2e'

INSERT INTO t(b) VALUES('ret') RETURNING a;
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.b

INSERT INTO t SELECT * FROM (SELECT 90, 'x', 'y', 'z') RETURNING a + 1;
----
91

INSERT INTO t(a, a) VALUES(71, 72);
SELECT a FROM t WHERE a > 70;
----
72
90

WITH w(x) AS (VALUES(80), (81)) INSERT INTO t(a) SELECT x FROM w RETURNING a;
----
80
81

INSERT INTO t VALUES(1);
----
error ERROR: table t has 4 columns but 1 values were supplied

INSERT INTO t(a, b) VALUES(1);
----
error ERROR: 1 values for 2 columns

INSERT INTO t(a) VALUES(1, 2);
----
error ERROR: 2 values for 1 columns

INSERT INTO t(nosuch) VALUES(1);
----
error ERROR: table t has no column named nosuch

INSERT INTO t(e) VALUES(1);
----
error ERROR: cannot INSERT into generated column "e"

INSERT INTO nosuch VALUES(1);
----
error ERROR: no such table: nosuch

INSERT INTO sqlite_schema VALUES(1, 2, 3, 4, 5);
----
error ERROR: table sqlite_master may not be modified

INSERT INTO t(a) VALUES(1) WHERE 1;
----
error ERROR: near "WHERE": syntax error

INSERT INTO t(a) SELECT 1, 2;
----
error ERROR: 2 values for 1 columns

INSERT OR NOSUCH INTO t VALUES(1);
----
error ERROR: near "NOSUCH": syntax error

INSERT t VALUES(1);
----
error ERROR: near "t": syntax error

INSERT INTO t(a) RETURNING a;
----
error ERROR: near "RETURNING": syntax error

INSERT INTO t(b) VALUES('q') RETURNING count(*);
----
error ERROR: misuse of aggregate function count()

INSERT INTO t(b) VALUES('q') RETURNING nosuch;
----
error ERROR: no such column: nosuch

-- bind: 500, 'bound', x'0102', NULL
INSERT INTO t(a, b, c, d) VALUES(?1, ?2, ?3, ?4);
SELECT a, b, c, d FROM t WHERE a = 500;
----
500|'bound'|x'0102'|NULL

PRAGMA integrity_check;
----
'ok'
