-- Mistakes in the expressions of an added column are found when the rest was done.

CREATE TABLE t(a, b);

ALTER TABLE t ADD n AS (nosuch);
----
error ERROR: error in table t after add column: no such column: nosuch

ALTER TABLE t ADD n CHECK (nosuch);
----
error ERROR: error in table t after add column: no such column: nosuch

ALTER TABLE t ADD n AS (max(a));
----
error ERROR: error in table t after add column: misuse of aggregate function max()

ALTER TABLE t ADD n CHECK (sum(1) > 0);
----
error ERROR: error in table t after add column: misuse of aggregate function sum()

ALTER TABLE t ADD n AS ((SELECT 1));
----
error ERROR: error in table t after add column: subqueries prohibited in generated columns

ALTER TABLE t ADD n AS (random());
----
error ERROR: error in table t after add column: non-deterministic functions prohibited in generated columns

ALTER TABLE t ADD n AS (a = (1, 2));
----
error ERROR: error in table t after add column: row value misused

ALTER TABLE t ADD n AS (?);
----
error ERROR: error in table t after add column: parameters prohibited in generated columns

ALTER TABLE t ADD n CHECK (x.y);
----
error ERROR: error in table t after add column: no such column: x.y

ALTER TABLE t ADD n AS (t.a);
----
error ERROR: error in table t after add column: the "." operator prohibited in generated columns

ALTER TABLE t ADD n AS (abs(1, 2));
----
error ERROR: error in table t after add column: wrong number of arguments to function abs()

ALTER TABLE t ADD n DEFAULT (a);
----
error ERROR: default value of column [n] is not constant

ALTER TABLE t ADD n COLLATE nosuch;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: nosuch

INSERT INTO t VALUES(1, 2);

ALTER TABLE t ADD n AS (nosuch) STORED;
----
error ERROR: cannot add a STORED column

ALTER TABLE t ADD n NOT NULL CHECK (nosuch);
----
error ERROR: Cannot add a NOT NULL column with default value NULL

ALTER TABLE t ADD n DEFAULT (1 + 1) CHECK (nosuch);
----
error ERROR: Cannot add a column with non-constant default

ALTER TABLE t ADD n CHECK (nosuch OR 0);
----
error ERROR: error in table t after add column: no such column: nosuch

SELECT sql FROM sqlite_schema;
----
'CREATE TABLE t(a, b)'

-- So are types of a STRICT table.
CREATE TABLE s(a INT) STRICT;

ALTER TABLE s ADD n;
----
error ERROR: error in table s after add column: missing datatype for s.n

ALTER TABLE s ADD n FOO;
----
error ERROR: error in table s after add column: unknown datatype for s.n: "FOO"

ALTER TABLE s ADD n AS (nosuch);
----
error ERROR: error in table s after add column: missing datatype for s.n

ALTER TABLE s ADD n CHECK (nosuch);
----
error ERROR: error in table s after add column: missing datatype for s.n

INSERT INTO s VALUES(1);

ALTER TABLE s ADD n AS (1) STORED;
----
error ERROR: cannot add a STORED column

ALTER TABLE s ADD n NOT NULL;
----
error ERROR: Cannot add a NOT NULL column with default value NULL

ALTER TABLE s ADD n FOO DEFAULT CURRENT_TIME;
----
error ERROR: Cannot add a column with non-constant default

ALTER TABLE s ADD n INT AS (a + 1);

SELECT * FROM s;
----
1|2
