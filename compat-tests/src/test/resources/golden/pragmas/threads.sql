-- PRAGMA threads: helper threads for sorting.
-- covers: threads
-- labels: yes

PRAGMA threads;
----
# threads
0

PRAGMA threads = 0;
----
# threads
0

PRAGMA threads;
----
# threads
0

PRAGMA threads = 1;
----
# threads
1

PRAGMA threads;
----
# threads
1

PRAGMA threads = 4;
----
# threads
4

PRAGMA threads;
----
# threads
4

PRAGMA threads = 8;
----
# threads
8

PRAGMA threads;
----
# threads
8

PRAGMA threads = 9;
----
# threads
8

PRAGMA threads;
----
# threads
8

PRAGMA threads = 100;
----
# threads
8

PRAGMA threads;
----
# threads
8

PRAGMA threads = -1;
----
# threads
8

PRAGMA threads;
----
# threads
8

PRAGMA threads = abc;
----
# threads
8

PRAGMA threads;
----
# threads
8

PRAGMA threads(3);
----
# threads
3

PRAGMA main.threads;
----
# threads
3

PRAGMA temp.threads;
----
# threads
3

PRAGMA nosuch.threads;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_threads;
----
# threads
3

SELECT * FROM pragma_threads('main');
----
error ERROR: too many arguments on pragma_threads() - max 0

SELECT * FROM pragma_threads WHERE schema = 'temp';
----
error ERROR: no such column: schema

SELECT * FROM pragma_threads(1, 2);
----
error ERROR: too many arguments on pragma_threads() - max 0
