-- PRAGMA default_cache_size: deprecated: a cache size in the header.
-- covers: default_cache_size
-- backends: file
-- labels: yes

PRAGMA default_cache_size;
----
# cache_size
-2000

PRAGMA default_cache_size = 1;

PRAGMA default_cache_size;
----
# cache_size
1

PRAGMA default_cache_size = -100;

PRAGMA default_cache_size;
----
# cache_size
100

PRAGMA default_cache_size = 0;

PRAGMA default_cache_size;
----
# cache_size
-2000

PRAGMA default_cache_size = 2147483648;

PRAGMA default_cache_size;
----
# cache_size
-2000

PRAGMA default_cache_size = abc;

PRAGMA default_cache_size;
----
# cache_size
-2000

PRAGMA default_cache_size(3);

PRAGMA main.default_cache_size;
----
# cache_size
3

PRAGMA temp.default_cache_size;
----
# cache_size
-2000

PRAGMA nosuch.default_cache_size;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_default_cache_size;
----
# cache_size
3

SELECT * FROM pragma_default_cache_size('main');
----
# cache_size
3

SELECT * FROM pragma_default_cache_size WHERE schema = 'temp';
----
# cache_size
-2000

SELECT * FROM pragma_default_cache_size(1, 2);
----
error ERROR: too many arguments on pragma_default_cache_size() - max 1
