-- replace(X,Y,Z): X with Z wherever Y stands.
-- covers: replace

SELECT replace('hello', 'l', 'L'), replace('hello', 'll', ''), replace('hello', '', 'x'), replace('aaa', 'a', 'aa'), replace('aaa', 'aa', 'b'), replace('abc', 'abc', 'x'), replace('', 'a', 'b');
----
'heLLo'|'heo'|'hello'|'aaaaaa'|'ba'|'x'|''

-- utf8: a blob is read as UTF-8.
SELECT replace(NULL, 'a', 'b'), replace('a', NULL, 'b'), replace('a', 'a', NULL), replace(12321, 2, 'x'), replace('äöä', 'ä', 'ö'), replace(x'616263', 'b', 'x'), typeof(replace(1, 1, 2)), typeof(replace(1, 3, 2)), typeof(replace(1, '', 2));
----
NULL|NULL|NULL|'1x3x1'|'ööö'|'axc'|'text'|'text'|'text'

SELECT hex(replace('a' || char(0) || 'b', 'b', 'c')), replace('A', 'a', 'b'), replace('A' COLLATE NOCASE, 'a', 'b');
----
'610063'|'A'|'A'

SELECT replace(1, 2);
----
error ERROR: wrong number of arguments to function replace()

SELECT replace(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function replace()
