.mode json
SELECT 'a"b\c' AS "k""ey", char(1,2,8,9,10,12,13,31,127) AS control, 'ünï' AS u, 1e999 AS i, -1e999 AS n;
SELECT x'616263' AS b, x'' AS e, NULL AS z, 0.1 AS r, 1e100 AS h, 12 AS n;
SELECT 1 AS a WHERE 0;
VALUES (1),(2),(3);
