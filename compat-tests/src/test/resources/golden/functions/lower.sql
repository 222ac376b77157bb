-- lower(X), upper(X): ASCII letters only.
-- covers: lower upper

-- utf8: a blob is read as UTF-8.
SELECT lower('ABCxyzÄÖÜ'), upper('abcXYZäöü'), lower(''), upper(NULL), lower(12), upper(1e10), lower(x'4142'), typeof(upper(12)), typeof(lower(x'41'));
----
'abcxyzÄÖÜ'|'ABCXYZäöü'|''|NULL|'12'|'10000000000.0'|'ab'|'text'|'text'

SELECT hex(upper('a' || char(0) || 'b')), lower('😀A'), upper('ß');
----
'410042'|'😀a'|'ß'

SELECT lower();
----
error ERROR: wrong number of arguments to function lower()

SELECT upper(1, 2);
----
error ERROR: wrong number of arguments to function upper()
