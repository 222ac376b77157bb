-- arguments: -cmd ".mode box" -csv :memory:
SELECT 1 AS a, 2;
