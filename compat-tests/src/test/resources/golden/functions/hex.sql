-- hex(X): bytes as hexadecimal digits; unhex(X,Y): the reverse, without the characters of Y between bytes.
-- covers: hex unhex

SELECT hex('abc'), hex(x'00ff10'), hex(12), hex(1.5), hex(NULL), hex(''), hex(x''), hex('ä😀'), hex(zeroblob(3));
----
'616263'|'00FF10'|'3132'|'312E35'|''|''|''|'C3A4F09F9880'|'000000'

SELECT unhex('616263'), unhex('00fF'), unhex(''), unhex('6'), unhex('6g'), unhex('61 62'), unhex(NULL), unhex(6162), unhex('abc');
----
x'616263'|x'00ff'|x''|NULL|NULL|NULL|NULL|x'6162'|NULL

SELECT unhex('61 62', ' '), unhex('61-62:63', '-:'), unhex('6 1', ' '), unhex(' 61 ', ' '), unhex('61', NULL), unhex('61ä62', 'ä'), unhex('61a62', 'a'), unhex('😀61', '😀');
----
x'6162'|x'616263'|NULL|x'61'|NULL|x'6162'|NULL|x'61'

SELECT hex();
----
error ERROR: wrong number of arguments to function hex()

SELECT unhex();
----
error ERROR: wrong number of arguments to function unhex()

SELECT unhex(1, 2, 3);
----
error ERROR: wrong number of arguments to function unhex()
