-- median, percentile, percentile_cont, percentile_disc.
-- covers: median percentile percentile_cont percentile_disc

CREATE TABLE t(g, x);
INSERT INTO t VALUES(1, 1), (1, 2), (1, 3), (1, 10), (2, 5), (3, NULL), (4, 2.5), (4, -1);
SELECT g, median(x), percentile(x, 25), percentile(x, 75.5), percentile_cont(x, 0.25), percentile_disc(x, 0.25), percentile_disc(x, 0.5), typeof(median(x)), typeof(percentile_disc(x, 0)) FROM t GROUP BY g;
----
1|2.5|1.75|4.855|1.75|1.0|2.0|'real'|'real'
2|5.0|5.0|5.0|5.0|5.0|5.0|'real'|'real'
3|NULL|NULL|NULL|NULL|NULL|NULL|'null'|'null'
4|0.75|-0.125|1.6425|-0.125|-1.0|-1.0|'real'|'real'

SELECT percentile(x, 0), percentile(x, 100), percentile_cont(x, 1.0), percentile_disc(x, 1), median(DISTINCT x), median(x) FILTER (WHERE g = 1) FROM t;
----
-1.0|10.0|10.0|10.0|2.5|2.5

SELECT median(x) FROM t WHERE 0;
----
NULL

SELECT median() WITHIN GROUP (ORDER BY x) FROM t;
----
error ERROR: near "(": syntax error

SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x), percentile(50) WITHIN GROUP (ORDER BY x DESC) FROM t;
----
error ERROR: near "(": syntax error

SELECT g, median(x) OVER (ORDER BY g, x ROWS 2 PRECEDING) FROM t ORDER BY g, x;
----
1|1.0
1|1.5
1|2.0
1|3.0
2|5.0
3|7.5
4|2.0
4|0.75

SELECT percentile(x, 101) FROM t;
----
error ERROR: the fraction argument to percentile() is not between 0.0 and 100.0

SELECT percentile(x, -1) FROM t;
----
error ERROR: the fraction argument to percentile() is not between 0.0 and 100.0

SELECT percentile(x, 'abc') FROM t;
----
error ERROR: the fraction argument to percentile() is not between 0.0 and 100.0

SELECT percentile_cont(x, 1.5) FROM t;
----
error ERROR: the fraction argument to percentile_cont() is not between 0.0 and 1.0

SELECT percentile_disc(x, NULL) FROM t;
----
error ERROR: the fraction argument to percentile_disc() is not between 0.0 and 1.0

SELECT percentile(x, g) FROM t;
----
error ERROR: the fraction argument to percentile() is not the same for all input rows

SELECT median('abc');
----
error ERROR: input to median() is not numeric

SELECT median(x'00');
----
error ERROR: input to median() is not numeric

SELECT median('5');
----
error ERROR: input to median() is not numeric

SELECT median(9e999);
----
error ERROR: Inf input to median()

SELECT median();
----
error ERROR: wrong number of arguments to function median()

SELECT percentile(1);
----
error ERROR: wrong number of arguments to function percentile()
