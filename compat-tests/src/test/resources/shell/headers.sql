.headers
.headers on
SELECT 1 AS a, 2 AS "b c", 3;
.headers off
SELECT 1 AS a;
.headers yes
SELECT 1+1, 'x'||'y', max(1,2);
.headers 0
SELECT 5;
.headers 1
SELECT 6;
.headers maybe
SELECT 7;
.headers on off
