-- trim(X,Y), ltrim(X,Y), rtrim(X,Y): without spaces, or the characters of Y, at the ends.
-- covers: trim ltrim rtrim

SELECT trim('  a b  '), '<' || ltrim('  a  ') || '>', '<' || rtrim('  a  ') || '>', trim(''), trim('   '), trim(NULL), trim(char(9) || 'a' || char(9)) = char(9) || 'a' || char(9);
----
'a b'|'<a  >'|'<  a>'|''|''|NULL|1

SELECT trim('xxaxbxx', 'x'), trim('xyaxy', 'yx'), ltrim('xxa', 'x'), rtrim('axx', 'x'), trim('abc', ''), trim('abc', NULL), trim(NULL, 'a'), trim('abc', 'abc');
----
'axb'|'a'|'a'|'a'|'abc'|NULL|NULL|''

-- utf8: a blob is read as UTF-8.
SELECT trim('äöäxäö', 'äö'), trim('😀a😀', '😀'), trim('€a', 'â'), trim(1121, 1), trim(x'2061', ' '), typeof(trim(12)), trim(1.50, '0');
----
'x'|'a'|'€a'|'2'|'a'|'text'|'1.5'

SELECT trim();
----
error ERROR: wrong number of arguments to function trim()

SELECT trim(1, 2, 3);
----
error ERROR: wrong number of arguments to function trim()

SELECT ltrim();
----
error ERROR: wrong number of arguments to function ltrim()

SELECT rtrim(1, 2, 3);
----
error ERROR: wrong number of arguments to function rtrim()
