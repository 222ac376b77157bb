-- unicode(X): the code point of the first character.
-- covers: unicode

SELECT unicode('A'), unicode('€uro'), unicode('😀'), unicode(''), unicode(NULL), unicode(123), unicode(-1.5);
----
65|8364|128512|NULL|NULL|49|45

SELECT unicode(char(0x10ffff)), unicode(char(0)), unicode(x'');
----
1114111|NULL|NULL

-- utf8: bytes are UTF-8 in every database.
SELECT unicode(x'c3a4'), unicode(x'ff'), unicode(x'c3'), unicode(x'e282'), unicode(x'00');
----
228|65533|65533|130|NULL

SELECT unicode();
----
error ERROR: wrong number of arguments to function unicode()

SELECT unicode('a', 'b');
----
error ERROR: wrong number of arguments to function unicode()
