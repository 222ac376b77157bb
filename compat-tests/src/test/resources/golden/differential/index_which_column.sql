-- Of several mistakes in the columns of an index that of the first column is told, whether it is a name or an expression.

CREATE TABLE t(b);

CREATE INDEX i ON t(CASE WHEN a THEN NULL END, c);
----
error ERROR: no such column: a

CREATE INDEX i ON t(c, CASE WHEN a THEN NULL END);
----
error ERROR: no such column: c

CREATE INDEX i ON t(b, random(), c);
----
error ERROR: non-deterministic functions prohibited in index expressions

CREATE INDEX i ON t(b, c, random());
----
error ERROR: no such column: c

CREATE INDEX i ON t(b COLLATE one, b COLLATE two, c);
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: one

CREATE INDEX i ON t('x', c);
----
error ERROR: no such column: x

CREATE INDEX i ON t(nosuch(b), c);
----
error ERROR: no such function: nosuch

CREATE INDEX i ON t(c) WHERE nothing;
----
error ERROR: near "nothing": syntax error

CREATE INDEX i ON t(c + 1) WHERE nothing;
----
error ERROR: near "nothing": syntax error

CREATE INDEX i ON t(b, c) WHERE x.nothing;
----
error ERROR: near "nothing": syntax error
