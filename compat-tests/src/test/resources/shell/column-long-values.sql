.mode column
SELECT 'a much longer text than sixty characters wide, to see where the column mode wraps it' AS text, 1 AS n;
SELECT printf('%.60c','x') AS exact, printf('%.120c','y') AS twice, printf('%.61c','z') AS more;
SELECT 'a'||char(10)||'b' AS lines, char(13)||char(10)||'c' AS windows, char(1,2)||'z' AS control;
SELECT char(10), 'x'||char(10), char(9)||'t', 'ab'||char(9)||'t';
.headers off
SELECT 'plain', 1; SELECT 'last column', 'is padded' UNION ALL SELECT 1, 2;
