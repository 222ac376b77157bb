.headers on
SELECT 1 AS a, 2 AS a, 3;
.mode json
SELECT 1 AS a, 2 AS a;
.mode line
SELECT 1 AS a, 2 AS a;
.mode insert
SELECT 1 AS a, 2 AS a;
