-- A row in the place of a value is a mistake only where somebody reads the result or the order.

SELECT EXISTS(SELECT abs((1,2)));
----
1

SELECT EXISTS(SELECT abs((1,2)) FROM (SELECT 1) WHERE 1);
----
1

SELECT EXISTS(SELECT 1 ORDER BY abs((1,2)));
----
1

SELECT EXISTS(SELECT DISTINCT abs((1,2)));
----
1

SELECT EXISTS(SELECT max((1,2)));
----
error ERROR: row value misused

SELECT EXISTS(SELECT -(1,2));
----
1

SELECT EXISTS(SELECT (1,2)+1);
----
1

SELECT EXISTS(SELECT abs((SELECT 1,2)));
----
1

SELECT EXISTS(SELECT abs((1,2)) UNION SELECT 1);
----
1

SELECT EXISTS(SELECT count((1,2)));
----
error ERROR: row value misused

SELECT EXISTS(SELECT abs((1,2)) GROUP BY 1);
----
error ERROR: row value misused

SELECT EXISTS(VALUES((1,2)));
----
1

SELECT EXISTS(VALUES(-(1,2)),(2));
----
error ERROR: row value misused

SELECT EXISTS(SELECT CASE WHEN (1,2) THEN 1 END);
----
1

SELECT 1 FROM (SELECT abs((1,2)) a);
----
1

SELECT count(*) FROM (SELECT 1 AS b ORDER BY -(1,2));
----
1

SELECT EXISTS(SELECT (1,2) IS NULL);
----
1

SELECT EXISTS(SELECT (1,2) COLLATE nocase);
----
1

SELECT EXISTS(SELECT (1,2) LIKE 1);
----
1

SELECT EXISTS(SELECT NOT (1,2));
----
1

SELECT abs((1,2));
----
error ERROR: row value misused

SELECT 1 ORDER BY abs((1,2));
----
1

SELECT EXISTS(SELECT 1 WHERE -(1,2));
----
error ERROR: row value misused

SELECT (SELECT -(1,2));
----
error ERROR: row value misused

SELECT (round(a) / 0 * q3.column2);
----
error ERROR: no such column: a
