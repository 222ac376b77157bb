-- A query alone in the list of IN is the query of IN, however many parentheses there are: what is wrong with it is told first.

SELECT x1 IN (SELECT x2);
----
error ERROR: no such column: x2

SELECT x1 IN ((SELECT x2));
----
error ERROR: no such column: x2

SELECT x1 NOT IN (((SELECT x2)));
----
error ERROR: no such column: x2

SELECT x1 IN ((SELECT x2), 1);
----
error ERROR: no such column: x1

SELECT x1 IN (+(SELECT x2));
----
error ERROR: no such column: x1

SELECT 1 IN ((SELECT 1,2));
----
error ERROR: sub-select returns 2 columns - expected 1

SELECT (1,2) IN ((SELECT 1,2)), 2 IN ((VALUES(1),(2))), 2 NOT IN (((SELECT 1 UNION SELECT 2 ORDER BY 1)));
----
1|1|0
