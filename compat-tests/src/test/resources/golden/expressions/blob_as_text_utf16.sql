-- A blob that is used as a text is read in the encoding of the database, here UTF-16.
-- encoding: UTF-16le

CREATE TABLE t(a);
INSERT INTO t VALUES(x'61c3a4'), (x'6100e400'), ('aä'), (x'6162'), (5), (zeroblob(4));

SELECT hex(a), a LIKE 'a%', a LIKE 'aä', a GLOB 'a*', a LIKE 'ab' FROM t;
----
'61C3A4'|0|0|0|0
'6100E400'|1|1|1|0
'6100E400'|1|1|1|0
'6162'|0|0|0|0
'35'|0|0|0|0
'00000000'|0|0|0|0

SELECT x'6162' LIKE 'ab', 'ab' LIKE x'6162', 'ab' LIKE x'61006200', 'ab' GLOB x'61002a00', like(x'61002500', 'ab');
----
0|0|1|1|1

-- What is no text stays what it is.
SELECT hex(x'6162'), length(x'6162'), octet_length(x'6162'), hex(substr(x'61626364', 2, 1)), instr(x'616263', x'62'), quote(x'61'), typeof(x'61' || 'b'), hex(x'61' || 'b');
----
'6162'|2|2|'62'|2|'X''61'''|'text'|'6162'

SELECT upper(x'61006200'), lower(x'41004200'), trim(x'20006100'), replace(x'61006200', x'6200', 'c'), instr('abc', x'6200'), instr(x'610062006300', 'b'), unicode(x'6100');
----
'AB'|'ab'|'a'|'ac'|2|2|97

-- Half a character is none.
SELECT unicode(x'61'), hex(upper(x'6100ff'));
----
NULL|'4100'

SELECT group_concat(x'6100', 'x'), printf('%s %q %d', x'61006200', x'2700', x'31003200'), unhex(x'34003100') = 'A', date(x'32003000320030002d00300031002d0030003100');
----
'a'|'ab '''' 12'|0|'2020-01-01'

SELECT json(x'5b005d00'), json_valid(x'5b5d'), json_valid(x'5b005d00'), hex(jsonb(x'5b005d00')), json_type(x'5b005d00'), json_extract('{"a":1}', x'24002e006100');
----
'[]'|0|1|'0B'|'array'|1

SELECT value FROM json_each(x'5b0031005d00');
----
1

SELECT abs(x'3100'), abs(x'31'), round(x'3100'), sum(x'3100'), x'3100' + 1, CAST(x'3100' AS INT), max(x'3100', '1');
----
1.0|0.0|1.0|1.0|2|1|x'3100'

SELECT ltrim('abc', x'6100'), printf(x'25007300', 'q'), char(x'31003000') = char(10), sign(x'3100'), iif(x'3100', 2, 3), 1 WHERE x'3100';
----
'bc'|'q'|1|NULL|2|1
