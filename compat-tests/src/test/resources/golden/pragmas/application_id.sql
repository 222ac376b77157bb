-- PRAGMA application_id: a number in the header.
-- covers: application_id
-- labels: yes

PRAGMA application_id;
----
# application_id
0

PRAGMA application_id = 1;

PRAGMA application_id;
----
# application_id
1

PRAGMA application_id = 0;

PRAGMA application_id;
----
# application_id
0

PRAGMA application_id = -1;

PRAGMA application_id;
----
# application_id
-1

PRAGMA application_id = 100;

PRAGMA application_id;
----
# application_id
100

PRAGMA application_id = 2147483647;

PRAGMA application_id;
----
# application_id
2147483647

PRAGMA application_id = 2147483648;

PRAGMA application_id;
----
# application_id
0

PRAGMA application_id = 4294967296;

PRAGMA application_id;
----
# application_id
0

PRAGMA application_id = -2147483649;

PRAGMA application_id;
----
# application_id
0

PRAGMA application_id = 0x10;

PRAGMA application_id;
----
# application_id
16

PRAGMA application_id = '7';

PRAGMA application_id;
----
# application_id
7

PRAGMA application_id = '3abc';

PRAGMA application_id;
----
# application_id
3

PRAGMA application_id = abc;

PRAGMA application_id;
----
# application_id
0

PRAGMA application_id = 1.9;

PRAGMA application_id;
----
# application_id
1

PRAGMA application_id = 1e3;

PRAGMA application_id;
----
# application_id
1

PRAGMA application_id = '';

PRAGMA application_id;
----
# application_id
0

PRAGMA application_id = +5;

PRAGMA application_id;
----
# application_id
5

PRAGMA application_id(3);

PRAGMA main.application_id;
----
# application_id
3

PRAGMA temp.application_id;
----
# application_id
0

PRAGMA nosuch.application_id;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_application_id;
----
# application_id
3

SELECT * FROM pragma_application_id('main');
----
error ERROR: too many arguments on pragma_application_id() - max 0

SELECT * FROM pragma_application_id WHERE schema = 'temp';
----
error ERROR: no such column: schema

SELECT * FROM pragma_application_id(1, 2);
----
error ERROR: too many arguments on pragma_application_id() - max 0

-- It is part of the transaction.
BEGIN;
PRAGMA application_id = 99;
ROLLBACK;
PRAGMA application_id;
----
# application_id
3
