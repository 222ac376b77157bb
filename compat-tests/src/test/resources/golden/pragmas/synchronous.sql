-- PRAGMA synchronous: when the file is synced.
-- covers: synchronous
-- backends: file
-- labels: yes

PRAGMA synchronous;
----
# synchronous
2

PRAGMA synchronous = 0;

PRAGMA synchronous;
----
# synchronous
0

PRAGMA synchronous = 1;

PRAGMA synchronous;
----
# synchronous
1

PRAGMA synchronous = 2;

PRAGMA synchronous;
----
# synchronous
2

PRAGMA synchronous = 3;

PRAGMA synchronous;
----
# synchronous
3

PRAGMA synchronous = 4;

PRAGMA synchronous;
----
# synchronous
4

PRAGMA synchronous = 5;

PRAGMA synchronous;
----
# synchronous
5

PRAGMA synchronous = 6;

PRAGMA synchronous;
----
# synchronous
6

PRAGMA synchronous = 7;

PRAGMA synchronous;
----
# synchronous
0

PRAGMA synchronous = 8;

PRAGMA synchronous;
----
# synchronous
0

PRAGMA synchronous = 255;

PRAGMA synchronous;
----
# synchronous
0

PRAGMA synchronous = 256;

PRAGMA synchronous;
----
# synchronous
0

PRAGMA synchronous = off;

PRAGMA synchronous;
----
# synchronous
0

PRAGMA synchronous = NORMAL;

PRAGMA synchronous;
----
# synchronous
1

PRAGMA synchronous = full;

PRAGMA synchronous;
----
# synchronous
2

PRAGMA synchronous = extra;

PRAGMA synchronous;
----
# synchronous
3

PRAGMA synchronous = nonsense;

PRAGMA synchronous;
----
# synchronous
1

PRAGMA synchronous = -1;

PRAGMA synchronous;
----
# synchronous
1

PRAGMA synchronous = on;

PRAGMA synchronous;
----
# synchronous
1

PRAGMA synchronous(3);

PRAGMA main.synchronous;
----
# synchronous
3

PRAGMA temp.synchronous;
----
# synchronous
0

PRAGMA nosuch.synchronous;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_synchronous;
----
# synchronous
3

SELECT * FROM pragma_synchronous('main');
----
# synchronous
3

SELECT * FROM pragma_synchronous WHERE schema = 'temp';
----
# synchronous
0

SELECT * FROM pragma_synchronous(1, 2);
----
error ERROR: too many arguments on pragma_synchronous() - max 1
