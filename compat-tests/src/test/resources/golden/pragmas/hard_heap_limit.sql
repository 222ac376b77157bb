-- PRAGMA hard_heap_limit: bytes of memory at most.
-- covers: hard_heap_limit
-- labels: yes

PRAGMA hard_heap_limit;
----
# hard_heap_limit
0

PRAGMA hard_heap_limit = abc;
----
# hard_heap_limit
0

PRAGMA hard_heap_limit;
----
# hard_heap_limit
0

PRAGMA hard_heap_limit = -5;
----
# hard_heap_limit
0

PRAGMA hard_heap_limit;
----
# hard_heap_limit
0

PRAGMA hard_heap_limit = 0;
----
# hard_heap_limit
0

PRAGMA hard_heap_limit;
----
# hard_heap_limit
0

PRAGMA main.hard_heap_limit;
----
# hard_heap_limit
0

PRAGMA temp.hard_heap_limit;
----
# hard_heap_limit
0

PRAGMA nosuch.hard_heap_limit;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_hard_heap_limit;
----
# hard_heap_limit
0

SELECT * FROM pragma_hard_heap_limit('main');
----
error ERROR: too many arguments on pragma_hard_heap_limit() - max 0

SELECT * FROM pragma_hard_heap_limit WHERE schema = 'temp';
----
error ERROR: no such column: schema

SELECT * FROM pragma_hard_heap_limit(1, 2);
----
error ERROR: too many arguments on pragma_hard_heap_limit() - max 0
