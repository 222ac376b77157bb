-- count, sum, total, avg, group_concat, string_agg.
-- covers: count sum total avg group_concat string_agg

CREATE TABLE t(g, x);
INSERT INTO t VALUES(1, 1), (1, 2), (1, NULL), (2, 2.5), (2, '3'), (2, 'abc'), (3, x'34'), (3, '1e1'), (4, NULL);
-- utf8: a blob is read as UTF-8.
SELECT g, count(*), count(x), count(DISTINCT x), sum(x), total(x), avg(x), group_concat(x), typeof(sum(x)) FROM t GROUP BY g;
----
1|3|2|2|3|3.0|1.5|'1,2'|'integer'
2|3|3|3|5.5|5.5|1.8333333333333333|'2.5,3,abc'|'real'
3|2|2|2|14.0|14.0|7.0|'4,1e1'|'real'
4|1|0|0|NULL|0.0|NULL|NULL|'null'

SELECT count(*), count(x), sum(x), total(x), avg(x), group_concat(x), string_agg(x, '-'), typeof(total(x)) FROM t WHERE 0;
----
0|0|NULL|0.0|NULL|NULL|NULL|'real'

-- utf8: a blob is read as UTF-8.
SELECT group_concat(x, ''), group_concat(x, NULL), group_concat(x, g), group_concat(DISTINCT g), string_agg(x, ', ' ORDER BY g DESC, x), group_concat(x ORDER BY typeof(x), x) FROM t;
----
'122.53abc41e1'|'122.53abc41e1'|'11222.5232abc3431e1'|'1,2,3,4'|'1e1, 4, 2.5, 3, abc, 1, 2'|'4,1,2,2.5,1e1,3,abc'

-- utf8: a blob is read as UTF-8.
SELECT sum(x) FILTER (WHERE g < 3), count(*) FILTER (WHERE x IS NULL), avg(DISTINCT x), sum(DISTINCT g), total(DISTINCT g), group_concat(x) FILTER (WHERE 0) FROM t;
----
8.5|2|3.2142857142857144|10|10.0|NULL

-- Whole numbers overflow, others do not.
SELECT sum(value) FROM json_each('[9223372036854775807,1]');
----
error ERROR: integer overflow

SELECT total(value), avg(value) FROM json_each('[9223372036854775807,1]');
----
9.2233720368547758e+18|4.6116860184273879e+18

SELECT sum(value) FROM json_each('[9223372036854775807,1,-1]');
----
error ERROR: integer overflow

SELECT sum(value) FROM json_each('[9223372036854775807,1.0]');
----
9.2233720368547758e+18

SELECT sum(value) FROM json_each('[9223372036854775807,-1,-9223372036854775806]');
----
0

-- Sums of reals keep what small ones add.
SELECT sum(value), avg(value), total(value) FROM json_each('[1e100,1,-1e100]');
----
1.0|0.33333333333333332|1.0

SELECT sum(value) = 1.0, sum(value) FROM json_each('[0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1]');
----
1|1.0

SELECT sum(value), total(value), avg(value) FROM (SELECT 9e999 AS value UNION ALL SELECT -9e999);
----
NULL|NULL|NULL

SELECT sum(value), avg(value) FROM (SELECT 9e999 AS value UNION ALL SELECT 1);
----
Inf|Inf

SELECT sum(value), avg(value) FROM json_each('[9007199254740993,0.5,-9007199254740993]');
----
0.5|0.16666666666666666

SELECT group_concat(value, value) FROM json_each('["a","b","c"]');
----
'abbcc'

SELECT hex(group_concat(value, char(0))) FROM json_each('["a","b"]');
----
'610062'

-- utf8: a blob is read as UTF-8.
SELECT g, sum(x) OVER (ORDER BY g ROWS 1 PRECEDING), avg(x) OVER (PARTITION BY g), count(*) OVER (), total(x) OVER (ORDER BY g), group_concat(x, '.') OVER (ORDER BY g, x ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM t ORDER BY g, typeof(x), x;
----
1|1|1.5|9|3.0|'1.2'
1|3|1.5|9|3.0|'1.2.2.5'
1|NULL|1.5|9|3.0|'1'
2|4.5|1.8333333333333333|9|8.5|'2.2.5.3'
2|5.5|1.8333333333333333|9|8.5|'2.5.3.abc'
2|3.0|1.8333333333333333|9|8.5|'3.abc.1e1'
3|14.0|7.0|9|22.5|'1e1.4'
3|10.0|7.0|9|22.5|'abc.1e1.4'
4|4.0|NULL|9|22.5|'4'

SELECT count(1, 2);
----
error ERROR: wrong number of arguments to function count()

SELECT sum();
----
error ERROR: wrong number of arguments to function sum()

SELECT sum(*) FROM t;
----
error ERROR: wrong number of arguments to function sum()

SELECT group_concat();
----
error ERROR: wrong number of arguments to function group_concat()

SELECT group_concat(DISTINCT x, ',') FROM t;
----
error ERROR: DISTINCT aggregates must have exactly one argument

SELECT string_agg(x) FROM t;
----
error ERROR: wrong number of arguments to function string_agg()

SELECT sum(sum(x)) FROM t;
----
error ERROR: misuse of aggregate function sum()

SELECT x FROM t WHERE count(*) > 1;
----
error ERROR: misuse of aggregate function count()

SELECT abs(DISTINCT 1);
----
1

SELECT abs(1) FILTER (WHERE 1);
----
error ERROR: FILTER may not be used with non-aggregate abs()
