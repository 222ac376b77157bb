-- The message of a CHECK shows its text; of one that begins with a quoted name or string, that alone.

CREATE TABLE t(a CHECK('d'), b);

INSERT INTO t VALUES(1, 2);
----
error CONSTRAINT_CHECK: CHECK constraint failed: d

CREATE TABLE u(c CHECK([c]<3), d CHECK("d" < 4), e CHECK(`e` < 5), f CHECK( ( f < 6 ) ), g, CHECK('it''s'||g));

INSERT INTO u VALUES(7, 1, 1, 1, 1);
----
error CONSTRAINT_CHECK: CHECK constraint failed: c

INSERT INTO u VALUES(1, 7, 1, 1, 1);
----
error CONSTRAINT_CHECK: CHECK constraint failed: d

INSERT INTO u VALUES(1, 1, 7, 1, 1);
----
error CONSTRAINT_CHECK: CHECK constraint failed: e

INSERT INTO u VALUES(1, 1, 1, 7, 1);
----
error CONSTRAINT_CHECK: CHECK constraint failed: ( f < 6 )

INSERT INTO u VALUES(1, 1, 1, 1, 1);
----
error CONSTRAINT_CHECK: CHECK constraint failed: it's

CREATE TABLE v(a, CHECK('ä'));

INSERT INTO v VALUES(1);
----
error CONSTRAINT_CHECK: CHECK constraint failed: ä
