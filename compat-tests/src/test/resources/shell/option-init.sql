-- arguments: -init nosuchfile :memory:
SELECT 1 AS a;
