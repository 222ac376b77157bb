-- match(X,Y) and X MATCH Y: for virtual tables that overload it; REGEXP has no function at all unless the user adds one.
-- covers: match

SELECT match(1, 2);
----
error ERROR: unable to use function MATCH in the requested context

SELECT 'a' MATCH 'b';
----
error ERROR: unable to use function MATCH in the requested context

SELECT match(1);
----
error ERROR: wrong number of arguments to function match()

SELECT regexp(1, 2);
----
error ERROR: no such function: regexp

SELECT 'a' REGEXP 'b';
----
error ERROR: no such function: REGEXP

CREATE TABLE t(a);
SELECT * FROM t WHERE a MATCH 'x';
