-- PRAGMA user_version: a number in the header for the application.
-- covers: user_version
-- labels: yes

PRAGMA user_version;
----
# user_version
0

PRAGMA user_version = 1;

PRAGMA user_version;
----
# user_version
1

PRAGMA user_version = 0;

PRAGMA user_version;
----
# user_version
0

PRAGMA user_version = -1;

PRAGMA user_version;
----
# user_version
-1

PRAGMA user_version = 100;

PRAGMA user_version;
----
# user_version
100

PRAGMA user_version = 2147483647;

PRAGMA user_version;
----
# user_version
2147483647

PRAGMA user_version = 2147483648;

PRAGMA user_version;
----
# user_version
0

PRAGMA user_version = 4294967296;

PRAGMA user_version;
----
# user_version
0

PRAGMA user_version = -2147483649;

PRAGMA user_version;
----
# user_version
0

PRAGMA user_version = 0x10;

PRAGMA user_version;
----
# user_version
16

PRAGMA user_version = '7';

PRAGMA user_version;
----
# user_version
7

PRAGMA user_version = '3abc';

PRAGMA user_version;
----
# user_version
3

PRAGMA user_version = abc;

PRAGMA user_version;
----
# user_version
0

PRAGMA user_version = 1.9;

PRAGMA user_version;
----
# user_version
1

PRAGMA user_version = 1e3;

PRAGMA user_version;
----
# user_version
1

PRAGMA user_version = '';

PRAGMA user_version;
----
# user_version
0

PRAGMA user_version = +5;

PRAGMA user_version;
----
# user_version
5

PRAGMA user_version(3);

PRAGMA main.user_version;
----
# user_version
3

PRAGMA temp.user_version;
----
# user_version
0

PRAGMA nosuch.user_version;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_user_version;
----
# user_version
3

SELECT * FROM pragma_user_version('main');
----
error ERROR: too many arguments on pragma_user_version() - max 0

SELECT * FROM pragma_user_version WHERE schema = 'temp';
----
error ERROR: no such column: schema

SELECT * FROM pragma_user_version(1, 2);
----
error ERROR: too many arguments on pragma_user_version() - max 0

SELECT * FROM pragma_user_version(1, 2);
----
error ERROR: too many arguments on pragma_user_version() - max 0

-- It is part of the transaction.
BEGIN;
PRAGMA user_version = 99;
ROLLBACK;
PRAGMA user_version;
----
# user_version
3
