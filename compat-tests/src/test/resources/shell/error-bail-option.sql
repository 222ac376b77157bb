-- arguments: -bail :memory:
SELECT 1;
SELECT nocol;
SELECT 'not reached';
