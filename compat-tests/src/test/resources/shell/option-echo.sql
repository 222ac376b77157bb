-- arguments: -echo :memory:
SELECT 1;
.print x
