-- Window functions: row_number, rank, dense_rank, percent_rank, cume_dist, ntile, lag, lead, first_value, last_value, nth_value.
-- covers: row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value

CREATE TABLE t(g, x, y);
INSERT INTO t VALUES(1, 1, 'a'), (1, 2, 'b'), (1, 2, 'c'), (1, 3, 'd'), (2, 5, 'e'), (2, NULL, 'f'), (2, 5, 'g'), (3, 7, 'h');
SELECT g, x, y, row_number() OVER w, rank() OVER w, dense_rank() OVER w, percent_rank() OVER w, cume_dist() OVER w FROM t WINDOW w AS (PARTITION BY g ORDER BY x) ORDER BY g, x, y;
----
1|1|'a'|1|1|1|0.0|0.25
1|2|'b'|2|2|2|0.33333333333333332|0.75
1|2|'c'|3|2|2|0.33333333333333332|0.75
1|3|'d'|4|4|3|1.0|1.0
2|NULL|'f'|1|1|1|0.0|0.33333333333333332
2|5|'e'|2|2|2|0.5|1.0
2|5|'g'|3|2|2|0.5|1.0
3|7|'h'|1|1|1|0.0|1.0

SELECT y, ntile(1) OVER w, ntile(3) OVER w, ntile(8) OVER w, ntile(100) OVER w FROM t WINDOW w AS (ORDER BY y);
----
'a'|1|1|1|1
'b'|1|1|2|2
'c'|1|1|3|3
'd'|1|2|4|4
'e'|1|2|5|5
'f'|1|2|6|6
'g'|1|3|7|7
'h'|1|3|8|8

SELECT y, lag(y) OVER w, lag(y, 2) OVER w, lag(y, 2, '-') OVER w, lag(y, 0) OVER w, lead(y) OVER w, lead(y, 3, x) OVER w, lag(y, -1) OVER w FROM t WINDOW w AS (ORDER BY y);
----
'a'|NULL|NULL|'-'|'a'|'b'|'d'|'b'
'b'|'a'|NULL|'-'|'b'|'c'|'e'|'c'
'c'|'b'|'a'|'a'|'c'|'d'|'f'|'d'
'd'|'c'|'b'|'b'|'d'|'e'|'g'|'e'
'e'|'d'|'c'|'c'|'e'|'f'|'h'|'f'
'f'|'e'|'d'|'d'|'f'|'g'|NULL|'g'
'g'|'f'|'e'|'e'|'g'|'h'|5|'h'
'h'|'g'|'f'|'f'|'h'|NULL|7|NULL

SELECT y, first_value(y) OVER w, last_value(y) OVER w, nth_value(y, 2) OVER w, nth_value(y, 9) OVER w FROM t WINDOW w AS (PARTITION BY g ORDER BY y);
----
'a'|'a'|'a'|NULL|NULL
'b'|'a'|'b'|'b'|NULL
'c'|'a'|'c'|'b'|NULL
'd'|'a'|'d'|'b'|NULL
'e'|'e'|'e'|NULL|NULL
'f'|'e'|'f'|'f'|NULL
'g'|'e'|'g'|'f'|NULL
'h'|'h'|'h'|NULL|NULL

SELECT y, first_value(y) OVER w, last_value(y) OVER w, nth_value(y, 2) OVER w, count(*) OVER w, sum(x) OVER w FROM t WINDOW w AS (ORDER BY y ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING);
----
'a'|'a'|'b'|'b'|2|3
'b'|'a'|'c'|'b'|3|5
'c'|'b'|'d'|'c'|3|7
'd'|'c'|'e'|'d'|3|10
'e'|'d'|'f'|'e'|3|8
'f'|'e'|'g'|'f'|3|10
'g'|'f'|'h'|'g'|3|12
'h'|'g'|'h'|'h'|2|12

-- Frames of all kinds.
SELECT y, group_concat(y, '') OVER (ORDER BY x), group_concat(y, '') OVER (ORDER BY x ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING), group_concat(y, '') OVER (ORDER BY x RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING), group_concat(y, '') OVER (ORDER BY x GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW), group_concat(y, '') OVER (ORDER BY x DESC RANGE BETWEEN 2 PRECEDING AND UNBOUNDED FOLLOWING), group_concat(y, '') OVER (ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM t ORDER BY y;
----
'a'|'fa'|'f'|'abc'|'fa'|'dbcaf'|'abcdefgh'
'b'|'fabc'|'fa'|'abcd'|'abc'|'dbcaf'|'bcdefgh'
'c'|'fabc'|'ab'|'abcd'|'abc'|'dbcaf'|'cdefgh'
'd'|'fabcd'|'bc'|'bcd'|'bcd'|'egdbcaf'|'defgh'
'e'|'fabcdeg'|'cd'|'eg'|'deg'|'hegdbcaf'|'efgh'
'f'|'f'|NULL|'f'|'f'|'f'|'fgh'
'g'|'fabcdeg'|'de'|'eg'|'deg'|'hegdbcaf'|'gh'
'h'|'fabcdegh'|'eg'|'h'|'egh'|'hegdbcaf'|'h'

SELECT y, group_concat(y, '') OVER (w EXCLUDE NO OTHERS), group_concat(y, '') OVER (w EXCLUDE CURRENT ROW), group_concat(y, '') OVER (w EXCLUDE GROUP), group_concat(y, '') OVER (w EXCLUDE TIES) FROM t WINDOW w AS (ORDER BY x GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING) ORDER BY y;
----
error ERROR: near "EXCLUDE": syntax error

SELECT y, group_concat(y, '') OVER (b ROWS UNBOUNDED PRECEDING), count(*) FILTER (WHERE x > 1) OVER b, row_number() OVER (b) FROM t WINDOW a AS (PARTITION BY g), b AS (a ORDER BY y DESC) ORDER BY y;
----
'a'|'dcba'|3|4
'b'|'dcb'|3|3
'c'|'dc'|2|2
'd'|'d'|1|1
'e'|'gfe'|2|3
'f'|'gf'|1|2
'g'|'g'|1|1
'h'|'h'|1|1

SELECT g, sum(x), rank() OVER (ORDER BY sum(x) DESC), sum(sum(x)) OVER (ORDER BY g) FROM t GROUP BY g;
----
2|10|1|18
1|8|2|8
3|7|3|25

SELECT y FROM t ORDER BY row_number() OVER (ORDER BY y DESC) LIMIT 3;
----
'h'
'g'
'f'

SELECT DISTINCT rank() OVER (ORDER BY g) FROM t;
----
1
5
8

SELECT row_number() OVER () FROM t WHERE 0;

SELECT ntile(0) OVER () FROM t;
----
error ERROR: argument of ntile must be a positive integer

SELECT ntile('x') OVER () FROM t;
----
error ERROR: argument of ntile must be a positive integer

SELECT nth_value(y, 0) OVER () FROM t;
----
error ERROR: second argument to nth_value must be a positive integer

SELECT nth_value(y, 1.5) OVER () FROM t;
----
error ERROR: second argument to nth_value must be a positive integer

SELECT sum(x) OVER (ROWS -1 PRECEDING) FROM t;
----
error ERROR: frame starting offset must be a non-negative integer

SELECT sum(x) OVER (ROWS 'a' PRECEDING) FROM t;
----
error ERROR: frame starting offset must be a non-negative integer

SELECT sum(x) OVER (ORDER BY x, y RANGE 1 PRECEDING) FROM t;
----
error ERROR: RANGE with offset PRECEDING/FOLLOWING requires one ORDER BY expression

SELECT sum(x) OVER (RANGE BETWEEN UNBOUNDED FOLLOWING AND CURRENT ROW) FROM t;
----
error ERROR: near "FOLLOWING": syntax error

SELECT sum(x) OVER (ROWS BETWEEN CURRENT ROW AND 1 PRECEDING) FROM t;
----
error ERROR: unsupported frame specification

SELECT row_number() FROM t;
----
error ERROR: misuse of window function row_number()

SELECT x FROM t WHERE row_number() OVER () = 1;
----
error ERROR: misuse of window function row_number()

SELECT sum(x) OVER nosuch FROM t;
----
error ERROR: no such window: nosuch

SELECT sum(DISTINCT x) OVER () FROM t;
----
error ERROR: DISTINCT is not supported for window functions

SELECT row_number() FILTER (WHERE 1) OVER () FROM t;
----
error ERROR: FILTER clause may only be used with aggregate window functions

SELECT abs(1) OVER ();
----
error ERROR: abs() may not be used as a window function

SELECT rank(1) OVER ();
----
error ERROR: wrong number of arguments to function rank()

SELECT sum(x) OVER (w PARTITION BY g) FROM t WINDOW w AS (ORDER BY x);
----
error ERROR: cannot override PARTITION clause of window: w

SELECT sum(x) OVER (w ORDER BY g) FROM t WINDOW w AS (ORDER BY x);
----
error ERROR: cannot override ORDER BY clause of window: w

SELECT sum(x) OVER (w) FROM t WINDOW w AS (ROWS 1 PRECEDING);
----
error ERROR: cannot override frame specification of window: w

-- Of two windows with one name the later counts.
CREATE TABLE twice(a, b);
INSERT INTO twice VALUES(1, 3), (2, 2), (3, 1);

SELECT a, sum(a) OVER w FROM twice WINDOW w AS (ORDER BY a), w AS (ORDER BY b) ORDER BY a;
----
1|6
2|5
3|3
