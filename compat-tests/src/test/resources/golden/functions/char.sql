-- char(X1,X2,...): the text of these code points.
-- covers: char

SELECT char(65, 66), char(), char(8364), char(128512), char(0x10ffff);
----
'AB'|''|'€'|'😀'|'􏿿'

SELECT hex(char(0)), length(char(65, 0, 66)), hex(char(65, 0, 66));
----
'00'|1|'410042'

-- What is no code point becomes the replacement character.
SELECT hex(char(1114112)), hex(char(-1)), hex(char(55296)), hex(char(57343)), hex(char(9223372036854775807)), hex(char(65534));
----
'EFBFBD'|'EFBFBD'|'EDA080'|'EDBFBF'|'EFBFBD'|'EFBFBE'

-- utf8: a blob is read as UTF-8.
SELECT char(NULL), hex(char(NULL)), char('65'), char(65.9), char('x'), char(x'3635');
----
unistr('\u0000')|'00'|'A'|'A'|unistr('\u0000')|'A'
