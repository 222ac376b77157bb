SELECT 'a;b'; SELECT "x;y"; SELECT [c;d] FROM (SELECT 1 AS [c;d]); SELECT `e` FROM (SELECT 2 AS e);
SELECT 'line one
line two;
.tables
';
