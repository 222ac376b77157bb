-- A DEFAULT must be constant; which functions there are is asked when it is used.

CREATE TABLE t(a, b DEFAULT (later(1)), c DEFAULT (max(1)), d DEFAULT (abs(1, 2)));
INSERT INTO t VALUES(1, 2, 3, 4);

INSERT INTO t(a, c, d) VALUES(1, 2, 3);
----
error ERROR: unknown function: later()

INSERT INTO t(a, b, d) VALUES(1, 2, 3);
----
error ERROR: unknown function: max()

INSERT INTO t(a, b, c) VALUES(1, 2, 3);
----
error ERROR: unknown function: abs()

ALTER TABLE t RENAME a TO aa;
SELECT * FROM t;
----
1|2|3|4

CREATE TABLE u(a, b DEFAULT ("c"));
----
error ERROR: default value of column [b] is not constant

CREATE TABLE u(a, b DEFAULT (a));
----
error ERROR: default value of column [b] is not constant

CREATE TABLE u(a, b DEFAULT (1 IN (SELECT 1)));
----
error ERROR: default value of column [b] is not constant

CREATE TABLE u(a, b DEFAULT (raise(ignore)));
----
error ERROR: default value of column [b] is not constant

CREATE TABLE u(a, b DEFAULT (row_number() OVER ()));
----
error ERROR: default value of column [b] is not constant

CREATE TABLE u(a, b DEFAULT (sum(1) FILTER (WHERE 1)));
----
error ERROR: default value of column [b] is not constant

CREATE TABLE u(a, b DEFAULT "c", d DEFAULT (true), e DEFAULT (1 IN (1, 2)));
INSERT INTO u(a) VALUES(1);
SELECT * FROM u;
----
1|'c'|1|1

-- A column is generated once.
CREATE TABLE v(a, b AS (a) AS (a + 1));
----
error ERROR: error in generated column "b"

-- The list of a table's options may begin with a comma.
CREATE TABLE v(a INT), STRICT;
INSERT INTO v VALUES('x');
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column v.a

CREATE INDEX w ON u(likelihood(a, 5));
----
error ERROR: second argument to likelihood() must be a constant between 0.0 and 1.0

CREATE INDEX w ON u(LikeLihood(a, 5));
----
error ERROR: second argument to LikeLihood() must be a constant between 0.0 and 1.0

-- In a DEFAULT a likelihood may be any constant: nobody asks for it.
CREATE TABLE likely_values(a DEFAULT (likelihood(1, 5)), b DEFAULT (likelihood(2, 'x')), c DEFAULT (likely(3)), d DEFAULT (unlikely(4)), e);
INSERT INTO likely_values(e) VALUES(0), (1);
SELECT * FROM likely_values;
----
1|2|3|4|0
1|2|3|4|1

SELECT likelihood(1, 5);
----
error ERROR: second argument to likelihood() must be a constant between 0.0 and 1.0
