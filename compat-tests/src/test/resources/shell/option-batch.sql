-- arguments: -batch :memory:
SELECT 1;
