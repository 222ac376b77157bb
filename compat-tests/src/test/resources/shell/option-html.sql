-- arguments: -html :memory:
SELECT 1 AS a, 'x y' AS b, NULL AS c;
.show
SELECT 2.5, x'41';
