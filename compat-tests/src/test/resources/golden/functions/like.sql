-- like(Y,X), like(Y,X,Z), glob(Y,X): what the operators X LIKE Y ESCAPE Z and X GLOB Y call.
-- covers: like glob

SELECT like('a%', 'ABC'), like('a_c', 'abc'), like('a\%', 'a%', '\'), like('a\%', 'abc', '\'), like(NULL, 'a'), like('a', NULL), like('a', 'a', NULL);
----
1|1|1|0|NULL|NULL|NULL

SELECT glob('a*', 'abc'), glob('a*', 'Abc'), glob('[a-c]?', 'bx'), glob('[^a]', 'b'), glob('*', ''), glob(NULL, 'a'), glob('a', NULL);
----
1|0|1|1|1|NULL|NULL

SELECT 'abc' LIKE 'A%C', 'ä' LIKE 'Ä', 'a%c' LIKE 'a!%c' ESCAPE '!', '' LIKE '', '' LIKE '%', 'a' LIKE '', 'abc' LIKE '%b%', 'abc' LIKE '_', '😀' LIKE '_', 12 LIKE '1%', 'aXbXc' LIKE 'a%x%c';
----
1|0|1|1|1|0|1|0|1|1|1

SELECT 'a' GLOB '[]a]', ']' GLOB '[]a]', 'b' GLOB '[]a]', '-' GLOB '[a-]', 'a-' GLOB 'a[-]', 'x' GLOB '[a', '[' GLOB '[[]', '*' GLOB '[*]', 'é' GLOB '[à-ï]', 'a]' GLOB 'a]', '^' GLOB '[x^]', 'z' GLOB '[^^]';
----
1|1|0|1|1|0|1|1|1|1|1|1

SELECT 'a' LIKE 'a' ESCAPE 'ab';
----
error ERROR: ESCAPE expression must be a single character

SELECT 'a' LIKE 'a' ESCAPE '';
----
error ERROR: ESCAPE expression must be a single character

SELECT 'a\' LIKE 'a\' ESCAPE '\', 'a%' LIKE 'a%%' ESCAPE '%', 'a_' LIKE 'a__' ESCAPE '_', 'ab' LIKE 'a€_' ESCAPE '€', 'a_' LIKE 'a€_' ESCAPE '€';
----
0|1|1|0|1

-- utf8: a blob is read as UTF-8.
SELECT x'61' LIKE 'a', 'a' LIKE x'61', x'61' GLOB 'a';
----
1|1|1

SELECT 'a' || char(0) || 'b' LIKE 'a%', 'a' || char(0) || 'b' LIKE 'a', 'a' LIKE 'a' || char(0) || 'b';
----
1|1|1

-- A pattern of more than 50000 bytes.
SELECT 'a' LIKE printf('%.*c', 50001, 'a');
----
error ERROR: LIKE or GLOB pattern too complex

SELECT 'a' GLOB printf('%.*c', 50001, 'a');
----
error ERROR: LIKE or GLOB pattern too complex

SELECT like(1);
----
error ERROR: wrong number of arguments to function like()

SELECT like(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function like()

SELECT glob(1, 2, 3);
----
error ERROR: wrong number of arguments to function glob()
