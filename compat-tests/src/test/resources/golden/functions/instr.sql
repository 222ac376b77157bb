-- instr(X,Y): where Y begins in X, from 1; 0 if nowhere.
-- covers: instr

SELECT instr('hello', 'l'), instr('hello', 'lo'), instr('hello', 'x'), instr('hello', ''), instr('', ''), instr('', 'a');
----
3|4|0|1|1|0

SELECT instr(NULL, 'a'), instr('a', NULL), instr(12345, 34), instr(12.5, '.'), instr('äöü', 'ü'), instr('a😀b', 'b');
----
NULL|NULL|3|3|3|3

-- Blobs by bytes, anything else by characters.
-- utf8: a blob is read as UTF-8.
SELECT instr(x'0001020304', x'0203'), instr(x'c3a4c3bc', x'c3bc'), instr('äü', x'c3bc'), instr(x'c3a4c3bc', 'ü'), instr(x'', x''), instr(x'0102', x'0203');
----
3|3|2|2|1|0

SELECT instr('A', 'a'), instr('A' COLLATE NOCASE, 'a'), instr('a' || char(0) || 'b', 'b');
----
0|0|3

SELECT instr(1);
----
error ERROR: wrong number of arguments to function instr()

SELECT instr(1, 2, 3);
----
error ERROR: wrong number of arguments to function instr()
