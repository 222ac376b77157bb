-- coalesce(X,Y,...): the first that is not NULL; ifnull(X,Y).
-- covers: coalesce ifnull

SELECT coalesce(NULL, 1), coalesce(NULL, NULL), coalesce('', 1), coalesce(NULL, NULL, x'00', 2), coalesce(0, 1);
----
1|NULL|''|x'00'|0

SELECT ifnull(NULL, 'x'), ifnull(1, 'x'), ifnull(NULL, NULL);
----
'x'|1|NULL

-- Later arguments are not evaluated.
SELECT coalesce(1, abs(-9223372036854775808)), ifnull(1, abs(-9223372036854775808));
----
1|1

-- No affinity, no collation of its arguments.
CREATE TABLE t(a TEXT COLLATE NOCASE, b INT);
INSERT INTO t VALUES('x', 1);
SELECT coalesce(a, b) = 'X', coalesce(b, a) = '1', ifnull(b, a) = '1', a = 'X', b = '1' FROM t;
----
0|0|0|1|1

SELECT coalesce();
----
error ERROR: wrong number of arguments to function coalesce()

SELECT coalesce(1);
----
error ERROR: wrong number of arguments to function coalesce()

SELECT ifnull(1);
----
error ERROR: wrong number of arguments to function ifnull()

SELECT ifnull(1, 2, 3);
----
error ERROR: wrong number of arguments to function ifnull()
