SELECT 1,
.5;
 .tables
SELECT 2;
