SELECT nocol;
.quit
SELECT 2;
