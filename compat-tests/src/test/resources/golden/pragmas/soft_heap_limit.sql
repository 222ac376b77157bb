-- PRAGMA soft_heap_limit: bytes of memory to aim at.
-- covers: soft_heap_limit
-- labels: yes

PRAGMA soft_heap_limit;
----
# soft_heap_limit
0

PRAGMA soft_heap_limit = 1000000;
----
# soft_heap_limit
1000000

PRAGMA soft_heap_limit;
----
# soft_heap_limit
1000000

PRAGMA soft_heap_limit = -5;
----
# soft_heap_limit
1000000

PRAGMA soft_heap_limit;
----
# soft_heap_limit
1000000

PRAGMA soft_heap_limit = abc;
----
# soft_heap_limit
1000000

PRAGMA soft_heap_limit;
----
# soft_heap_limit
1000000

PRAGMA soft_heap_limit = 0;
----
# soft_heap_limit
0

PRAGMA soft_heap_limit;
----
# soft_heap_limit
0

PRAGMA main.soft_heap_limit;
----
# soft_heap_limit
0

PRAGMA temp.soft_heap_limit;
----
# soft_heap_limit
0

PRAGMA nosuch.soft_heap_limit;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_soft_heap_limit;
----
# soft_heap_limit
0

SELECT * FROM pragma_soft_heap_limit('main');
----
error ERROR: too many arguments on pragma_soft_heap_limit() - max 0

SELECT * FROM pragma_soft_heap_limit WHERE schema = 'temp';
----
error ERROR: no such column: schema

SELECT * FROM pragma_soft_heap_limit(1, 2);
----
error ERROR: too many arguments on pragma_soft_heap_limit() - max 0
