-- likelihood(X,Y), likely(X), unlikely(X): X itself, with a hint to the planner.
-- covers: likelihood likely unlikely

SELECT likelihood(5, 0.5), likely('x'), unlikely(NULL), likelihood(1.5, 1.0), likelihood(x'00', 0.0);
----
5|'x'|NULL|1.5|x'00'

CREATE TABLE t(a TEXT COLLATE NOCASE, b INT);
INSERT INTO t VALUES('x', 1);
SELECT likely(a) = 'X', unlikely(b) = '1', typeof(likely(b)) FROM t WHERE likely(a = 'X');
----
0|0|'integer'

SELECT likelihood(1, 1.5);
----
error ERROR: second argument to likelihood() must be a constant between 0.0 and 1.0

SELECT likelihood(1, -0.1);
----
error ERROR: second argument to likelihood() must be a constant between 0.0 and 1.0

SELECT likelihood(1, 1);
----
error ERROR: second argument to likelihood() must be a constant between 0.0 and 1.0

SELECT likelihood(1, 'x');
----
error ERROR: second argument to likelihood() must be a constant between 0.0 and 1.0

SELECT likelihood(1, 0.5 + 0.1);
----
error ERROR: second argument to likelihood() must be a constant between 0.0 and 1.0

SELECT likelihood(1);
----
error ERROR: wrong number of arguments to function likelihood()

SELECT likely();
----
error ERROR: wrong number of arguments to function likely()

SELECT unlikely(1, 2);
----
error ERROR: wrong number of arguments to function unlikely()
