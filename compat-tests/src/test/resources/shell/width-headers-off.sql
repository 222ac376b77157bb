.mode column
.headers off
.width 5 5
SELECT 'abcdefgh', 12;
SELECT 1, 2, 3;
