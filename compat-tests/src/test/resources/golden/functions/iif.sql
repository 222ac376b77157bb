-- iif(B1,V1,...,E), if(...): the value behind the first true condition.
-- covers: iif if

SELECT iif(1, 'y', 'n'), iif(0, 'y', 'n'), iif(NULL, 'y', 'n'), iif('abc', 'y', 'n'), iif('1x', 'y', 'n'), iif(0.1, 'y', 'n');
----
'y'|'n'|'n'|'n'|'y'|'y'

SELECT iif(1, 'y'), iif(0, 'y'), if(0, 1, 1, 2, 3), if(0, 1, 0, 2, 3), if(0, 1, 0, 2), iif(0, 1, NULL, 2, 1, 3);
----
'y'|NULL|2|3|NULL|3

SELECT iif(1, 2, abs(-9223372036854775808)), iif(0, abs(-9223372036854775808), 2);
----
2|2

SELECT iif(1);
----
error ERROR: wrong number of arguments to function iif()

SELECT iif();
----
error ERROR: wrong number of arguments to function iif()

SELECT if(1);
----
error ERROR: wrong number of arguments to function if()
