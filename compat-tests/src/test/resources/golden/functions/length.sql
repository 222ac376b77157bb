-- length(X): characters of a text, bytes of a blob; octet_length(X): bytes.
-- covers: length octet_length

SELECT length('abc'), length(''), length('äöü'), length('😀'), length(x'0001ff'), length(NULL), length(12345), length(-1.5), length(1e100), length(zeroblob(1000));
----
3|0|3|1|3|NULL|5|4|8|1000

SELECT octet_length('abc'), octet_length(''), octet_length(x'0001ff'), octet_length(NULL), octet_length(12345), octet_length(-1.5), octet_length(zeroblob(1000));
----
3|0|3|NULL|5|4|1000

-- utf8: so many bytes in UTF-8 only.
SELECT octet_length('äöü'), octet_length('😀');
----
6|4

-- Up to the first NUL.
SELECT length('a' || char(0) || 'b'), length(char(0)), octet_length('a' || char(0) || 'b');
----
1|0|3

-- utf8: malformed texts.
SELECT length(CAST(x'ffff' AS TEXT)), length(CAST(x'c3a4c3' AS TEXT)), length(CAST(x'80' AS TEXT)), octet_length(CAST(x'ff80' AS TEXT));
----
2|2|1|2

CREATE TABLE t(a);
INSERT INTO t VALUES(zeroblob(100000)), (printf('%.*c', 50000, 'ä')), (NULL);
SELECT length(a), octet_length(a) > 99999, typeof(a) FROM t;
----
100000|1|'blob'
50000|1|'text'
NULL|NULL|'null'

SELECT length();
----
error ERROR: wrong number of arguments to function length()

SELECT length(1, 2);
----
error ERROR: wrong number of arguments to function length()

SELECT octet_length(1, 2);
----
error ERROR: wrong number of arguments to function octet_length()
