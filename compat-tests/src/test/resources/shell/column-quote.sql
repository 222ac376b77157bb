.mode column --quote
SELECT 1 AS a, 'x''y' AS b, NULL AS c, 2.5 AS d, x'0102' AS e;
.mode box --quote
SELECT 1 AS a, 'x''y' AS b, NULL AS c, 0.1 AS d, x'' AS e, 'two'||char(10)||'lines' AS f;
.mode table --noquote
SELECT 1 AS a, 'x''y' AS b, NULL AS c;
.mode qbox
SELECT 'q' AS a, NULL AS b;
