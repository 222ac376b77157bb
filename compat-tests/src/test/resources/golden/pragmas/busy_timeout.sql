-- PRAGMA busy_timeout: milliseconds to wait for locks.
-- covers: busy_timeout
-- labels: yes

PRAGMA busy_timeout = 1;
----
# timeout
1

PRAGMA busy_timeout;
----
# timeout
1

PRAGMA busy_timeout = 0;
----
# timeout
0

PRAGMA busy_timeout;
----
# timeout
0

PRAGMA busy_timeout = -1;
----
# timeout
0

PRAGMA busy_timeout;
----
# timeout
0

PRAGMA busy_timeout = 100;
----
# timeout
100

PRAGMA busy_timeout;
----
# timeout
100

PRAGMA busy_timeout = 2147483647;
----
# timeout
2147483647

PRAGMA busy_timeout;
----
# timeout
2147483647

PRAGMA busy_timeout = 2147483648;
----
# timeout
2147483647

PRAGMA busy_timeout;
----
# timeout
2147483647

PRAGMA busy_timeout = 4294967296;
----
# timeout
2147483647

PRAGMA busy_timeout;
----
# timeout
2147483647

PRAGMA busy_timeout = -2147483649;
----
# timeout
2147483647

PRAGMA busy_timeout;
----
# timeout
2147483647

PRAGMA busy_timeout = 0x10;
----
# timeout
16

PRAGMA busy_timeout;
----
# timeout
16

PRAGMA busy_timeout = '7';
----
# timeout
7

PRAGMA busy_timeout;
----
# timeout
7

PRAGMA busy_timeout = '3abc';
----
# timeout
3

PRAGMA busy_timeout;
----
# timeout
3

PRAGMA busy_timeout = abc;
----
# timeout
3

PRAGMA busy_timeout;
----
# timeout
3

PRAGMA busy_timeout = 1.9;
----
# timeout
1

PRAGMA busy_timeout;
----
# timeout
1

PRAGMA busy_timeout = 1e3;
----
# timeout
1

PRAGMA busy_timeout;
----
# timeout
1

PRAGMA busy_timeout = '';
----
# timeout
1

PRAGMA busy_timeout;
----
# timeout
1

PRAGMA busy_timeout = +5;
----
# timeout
5

PRAGMA busy_timeout;
----
# timeout
5

PRAGMA busy_timeout(3);
----
# timeout
3

PRAGMA main.busy_timeout;
----
# timeout
3

PRAGMA temp.busy_timeout;
----
# timeout
3

PRAGMA nosuch.busy_timeout;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_busy_timeout;
----
# timeout
3

SELECT * FROM pragma_busy_timeout('main');
----
error ERROR: too many arguments on pragma_busy_timeout() - max 0

SELECT * FROM pragma_busy_timeout WHERE schema = 'temp';
----
error ERROR: no such column: schema

SELECT * FROM pragma_busy_timeout(1, 2);
----
error ERROR: too many arguments on pragma_busy_timeout() - max 0
