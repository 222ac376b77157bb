-- unistr(X): a text with escapes; unistr_quote(X): the literal that needs them.
-- covers: unistr unistr_quote

SELECT unistr('a\0041b'), unistr('\u20ac'), unistr('\+01f600'), unistr('\U0001F600'), unistr('\\'), unistr('plain'), unistr(NULL), unistr('');
----
'aAb'|'€'|'😀'|'😀'|'\'|'plain'|NULL|''

SELECT unistr_quote('plain'), unistr_quote('it''s'), unistr_quote('a' || char(10) || 'b'), unistr_quote('a\b'), unistr_quote('a\b' || char(9)), unistr_quote(1), unistr_quote(NULL), unistr_quote(x'00'), unistr_quote(char(127)), unistr_quote('a' || char(0) || 'b'), unistr_quote('äö');
----
'''plain'''|'''it''''s'''|'unistr(''a\u000ab'')'|'''a\b'''|'unistr(''a\\b\u0009'')'|'1'|'NULL'|'X''00'''|unistr('''\u007f''')|'''a'''|'''äö'''

SELECT unistr('\');
----
error ERROR: invalid Unicode escape

SELECT unistr('\12');
----
error ERROR: invalid Unicode escape

SELECT unistr('\u12x4');
----
error ERROR: invalid Unicode escape

SELECT unistr('\x');
----
error ERROR: invalid Unicode escape

SELECT unistr('\+12345');
----
error ERROR: invalid Unicode escape

SELECT unistr('\U1234567');
----
error ERROR: invalid Unicode escape

-- utf8: beyond the last code point.
SELECT hex(unistr('\0000')), hex(unistr('\ud800')), hex(unistr('\ud83d\ude00')), hex(unistr('\+110000')), hex(unistr('\Uffffffff'));
----
'00'|'EDA080'|'EDA0BDEDB880'|'F4908080'|'F7BFBFBF'

SELECT unistr();
----
error ERROR: wrong number of arguments to function unistr()

SELECT unistr_quote(1, 2);
----
error ERROR: wrong number of arguments to function unistr_quote()
