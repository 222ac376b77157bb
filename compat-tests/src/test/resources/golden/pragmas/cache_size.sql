-- PRAGMA cache_size: pages, or kibibytes if negative.
-- covers: cache_size
-- backends: file
-- labels: yes

PRAGMA cache_size;
----
# cache_size
-2000

PRAGMA cache_size = 1;

PRAGMA cache_size;
----
# cache_size
1

PRAGMA cache_size = 0;

PRAGMA cache_size;
----
# cache_size
0

PRAGMA cache_size = -1;

PRAGMA cache_size;
----
# cache_size
-1

PRAGMA cache_size = 100;

PRAGMA cache_size;
----
# cache_size
100

PRAGMA cache_size = 2147483647;

PRAGMA cache_size;
----
# cache_size
2147483647

PRAGMA cache_size = 2147483648;

PRAGMA cache_size;
----
# cache_size
0

PRAGMA cache_size = 4294967296;

PRAGMA cache_size;
----
# cache_size
0

PRAGMA cache_size = -2147483649;

PRAGMA cache_size;
----
# cache_size
0

PRAGMA cache_size = 0x10;

PRAGMA cache_size;
----
# cache_size
16

PRAGMA cache_size = '7';

PRAGMA cache_size;
----
# cache_size
7

PRAGMA cache_size = '3abc';

PRAGMA cache_size;
----
# cache_size
3

PRAGMA cache_size = abc;

PRAGMA cache_size;
----
# cache_size
0

PRAGMA cache_size = 1.9;

PRAGMA cache_size;
----
# cache_size
1

PRAGMA cache_size = 1e3;

PRAGMA cache_size;
----
# cache_size
1

PRAGMA cache_size = '';

PRAGMA cache_size;
----
# cache_size
0

PRAGMA cache_size = +5;

PRAGMA cache_size;
----
# cache_size
5

PRAGMA cache_size(3);

PRAGMA main.cache_size;
----
# cache_size
3

PRAGMA nosuch.cache_size;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_cache_size;
----
# cache_size
3

SELECT * FROM pragma_cache_size('main');
----
# cache_size
3

SELECT * FROM pragma_cache_size(1, 2);
----
error ERROR: too many arguments on pragma_cache_size() - max 1
