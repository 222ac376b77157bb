-- IS NULL of a literal and AND with a side that is false are numbers as soon as they are parsed: in ORDER BY and GROUP BY positions.

SELECT NULL GROUP BY(16.47 IS NULL);
----
error ERROR: 1st GROUP BY term out of range - should be between 1 and 1

SELECT 3 GROUP BY 15 IS NULL;
----
error ERROR: 1st GROUP BY term out of range - should be between 1 and 1

SELECT 3 GROUP BY 15 NOT NULL;
----
3

SELECT 3 AS b, 4 UNION SELECT 2, 5 ORDER BY 'x' NOT NULL;
----
2|5
3|4

SELECT (3 IS NULL) UNION SELECT 5 ORDER BY 5 IS NULL;
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 1

SELECT 3 ORDER BY (+-15 IS NULL);
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 1

SELECT 3 ORDER BY x'' IS NULL;
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 1

SELECT 3 ORDER BY 'a' ISNULL;
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 1

SELECT 3 ORDER BY 15 IS NOT DISTINCT FROM NULL;
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 1

SELECT 3 ORDER BY 15 IS (NULL);
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 1

SELECT 3 ORDER BY 15 AND 0;
----
error ERROR: 1st ORDER BY term out of range - should be between 1 and 1

SELECT 3 GROUP BY nosuch AND 0;
----
error ERROR: 1st GROUP BY term out of range - should be between 1 and 1

SELECT 3 GROUP BY (3 IS NULL) COLLATE nocase;
----
error ERROR: 1st GROUP BY term out of range - should be between 1 and 1

SELECT 3 GROUP BY -(3 IS NULL);
----
error ERROR: 1st GROUP BY term out of range - should be between 1 and 1

SELECT 3 GROUP BY -(3 NOT NULL);
----
error ERROR: 1st GROUP BY term out of range - should be between 1 and 1

SELECT 3 GROUP BY 3 IS NULL IS NULL;
----
error ERROR: 1st GROUP BY term out of range - should be between 1 and 1

-- Others are values.
SELECT 3 ORDER BY NULL IS NULL;
----
3

SELECT 3 ORDER BY true IS NULL;
----
3

SELECT 3 ORDER BY 3 IN ();
----
3

SELECT 3 ORDER BY ~3 IS NULL;
----
3

SELECT 3 ORDER BY (3 COLLATE nocase) IS NULL;
----
3

SELECT 3 GROUP BY 0 OR 0;
----
3

SELECT 3 GROUP BY CAST(3 AS INT) IS NULL;
----
3

SELECT 3 GROUP BY 0 AND abs(5);
----
3

SELECT 3 ORDER BY 1.5 IS 5;
----
3
