.headers on
.separator ; |
SELECT 1, 2; SELECT 3, 4;
.mode list
SELECT 1, 2;
.mode csv
.separator ;
SELECT 1, 'a;b', 'a,b';
.separator "\t" "\n"
SELECT 1, 2;
.mode tabs
.separator '\t'
SELECT 1, 2;
.separator
.separator a b c
.separator "" ""
SELECT 1,2;
