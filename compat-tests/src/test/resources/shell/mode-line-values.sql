.mode line
SELECT 1 AS a, 2 AS "a very long name of a column", 'two'||char(10)||'lines' AS x;
SELECT 1 AS é;
.separator x yy
SELECT 1, 2; SELECT 3;
.nullvalue nil
SELECT NULL AS n UNION ALL SELECT 5;
