.mode markdown
.width 10 -8 3
SELECT 'abc' AS hello, 12345678 AS n, 'too long for three' AS t, 4 AS f;
.show
.width 2
SELECT 'wide heading' AS "more than two", 1 AS b;
.width
SELECT 'abc' AS hello;
.width -20 0 x
SELECT 'right' AS r, 'left' AS l, 'third' AS t;
.show
