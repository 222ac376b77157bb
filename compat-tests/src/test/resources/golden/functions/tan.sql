-- tan(X): X in radians.
-- covers: tan

SELECT tan(0), tan(1), tan(-1), tan(0.5), tan(-0.5), tan(2), tan(10), tan(100), tan(1e300), tan(-1e-300);
----
0.0|1.5574077246549023|-1.5574077246549023|0.54630248984379048|-0.54630248984379048|-2.1850398632615189|0.64836082745908663|-0.58721391515692911|1.4214488238747245|-1.0e-300

SELECT tan(NULL), tan('1'), tan('0.5x'), tan('abc'), tan(x'31'), tan(''), tan(' 1 '), typeof(tan(1)), typeof(tan('abc'));
----
NULL|1.5574077246549023|NULL|NULL|NULL|NULL|1.5574077246549023|'real'|'null'

SELECT tan(9223372036854775807), tan(-9223372036854775808), tan(9e999), tan(-9e999), tan(3.14159265358979), tan(1.5), tan(-2.5);
----
84.739312968755669|-84.739312968755669|NULL|NULL|-3.2310891488651735e-15|14.101419947171719|0.74702229723866032

SELECT tan(1.5707963267948966);
----
16331239353195370.0

SELECT tan();
----
error ERROR: wrong number of arguments to function tan()

SELECT tan(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function tan()
