-- PRAGMA cache_spill of a database in memory: pages from which the cache spills.
-- covers: cache_spill
-- backends: memory
-- labels: yes

PRAGMA cache_spill;
----
# cache_spill
483

PRAGMA cache_spill = 0;

PRAGMA cache_spill;
----
# cache_spill
0

PRAGMA cache_spill = 1;

PRAGMA cache_spill;
----
# cache_spill
483

PRAGMA cache_spill = 100;

PRAGMA cache_spill;
----
# cache_spill
483

PRAGMA cache_spill = off;

PRAGMA cache_spill;
----
# cache_spill
0

PRAGMA cache_spill = on;

PRAGMA cache_spill;
----
# cache_spill
483

PRAGMA cache_spill = 2147483648;

PRAGMA cache_spill;
----
# cache_spill
0

PRAGMA cache_spill = -5;

PRAGMA cache_spill;
----
# cache_spill
483

PRAGMA cache_spill = abc;

PRAGMA cache_spill;
----
# cache_spill
483

PRAGMA cache_spill = 100000;

PRAGMA cache_spill;
----
# cache_spill
100000

PRAGMA cache_spill(3);

PRAGMA main.cache_spill;
----
# cache_spill
483

PRAGMA temp.cache_spill;
----
# cache_spill
483

PRAGMA nosuch.cache_spill;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_cache_spill;
----
# cache_spill
483

SELECT * FROM pragma_cache_spill('main');
----
# cache_spill
483

SELECT * FROM pragma_cache_spill WHERE schema = 'temp';
----
# cache_spill
483

SELECT * FROM pragma_cache_spill(1, 2);
----
error ERROR: too many arguments on pragma_cache_spill() - max 1
