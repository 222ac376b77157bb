-- BEGIN, COMMIT, ROLLBACK; SAVEPOINT, RELEASE, ROLLBACK TO.
-- covers: BEGIN COMMIT ROLLBACK SAVEPOINT RELEASE ROLLBACK TO

CREATE TABLE t(a PRIMARY KEY);
BEGIN;
INSERT INTO t VALUES(1);
COMMIT;
BEGIN TRANSACTION;
INSERT INTO t VALUES(2);
ROLLBACK TRANSACTION;
BEGIN IMMEDIATE;
INSERT INTO t VALUES(3);
END;
BEGIN EXCLUSIVE TRANSACTION;
INSERT INTO t VALUES(4);
CREATE TABLE u(a);
ROLLBACK;
BEGIN DEFERRED;
COMMIT TRANSACTION;
SELECT * FROM t;
----
1
3

SELECT * FROM u;
----
error ERROR: no such table: u

COMMIT;
----
error ERROR: cannot commit - no transaction is active

ROLLBACK;
----
error ERROR: cannot rollback - no transaction is active

END;
----
error ERROR: cannot commit - no transaction is active

BEGIN;
BEGIN;
----
error ERROR: cannot start a transaction within a transaction

-- A failing statement is undone, the transaction goes on.
INSERT INTO t VALUES(5), (5);
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: t.a

INSERT INTO t VALUES(6);
COMMIT;
SELECT * FROM t;
----
1
3
6

-- Savepoints nest, and without BEGIN the first of them begins a transaction.
SAVEPOINT one;
INSERT INTO t VALUES(10);
SAVEPOINT two;
INSERT INTO t VALUES(11);
SAVEPOINT "Two";
INSERT INTO t VALUES(12);
ROLLBACK TO two;
INSERT INTO t VALUES(13);
RELEASE SAVEPOINT two;
SELECT * FROM t WHERE a >= 10;
----
10
11
13

ROLLBACK TO SAVEPOINT one;
SELECT * FROM t WHERE a >= 10;

INSERT INTO t VALUES(14);
RELEASE one;
SELECT * FROM t WHERE a >= 10;
----
14

RELEASE one;
----
error ERROR: no such savepoint: one

ROLLBACK TO nosuch;
----
error ERROR: no such savepoint: nosuch

BEGIN;
SAVEPOINT s;
CREATE TABLE u(b);
INSERT INTO u VALUES(1);
ROLLBACK TO s;
SELECT * FROM u;
----
error ERROR: no such table: u

SAVEPOINT s;
INSERT INTO t VALUES(20);
RELEASE s;
ROLLBACK;
SELECT * FROM t WHERE a >= 20;

ROLLBACK TO s;
----
error ERROR: no such savepoint: s

BEGIN;
INSERT INTO t VALUES(30);
COMMIT TO s;
----
error ERROR: near "TO": syntax error

ROLLBACK;

VACUUM;
BEGIN;
VACUUM;
----
error ERROR: cannot VACUUM from within a transaction

ATTACH ':memory:' AS x;
DETACH x;

ROLLBACK;

BEGIN NOSUCH;
----
error ERROR: near "NOSUCH": syntax error

SAVEPOINT;
----
error ERROR: near ";": syntax error

BEGIN CONCURRENT;
----
error ERROR: near "CONCURRENT": syntax error
