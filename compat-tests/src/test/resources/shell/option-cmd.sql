-- arguments: -cmd ".headers on" -cmd ".mode box" :memory:
SELECT 1 AS a, 2;
