-- A name given by CONSTRAINT in the last column holds for the first table constraint, too.

CREATE TABLE t(a CONSTRAINT x, CHECK(a <> 1), CHECK(a <> 2));

INSERT INTO t VALUES(1);
----
error CONSTRAINT_CHECK: CHECK constraint failed: x

INSERT INTO t VALUES(2);
----
error CONSTRAINT_CHECK: CHECK constraint failed: a <> 2

CREATE TABLE u(a CONSTRAINT x CHECK(a <> 1), CHECK(a <> 2), CHECK(a <> 3));

INSERT INTO u VALUES(2);
----
error CONSTRAINT_CHECK: CHECK constraint failed: x

INSERT INTO u VALUES(3);
----
error CONSTRAINT_CHECK: CHECK constraint failed: a <> 3

CREATE TABLE v(a CONSTRAINT x, b, CHECK(a <> 1));

INSERT INTO v VALUES(1, 1);
----
error CONSTRAINT_CHECK: CHECK constraint failed: a <> 1
