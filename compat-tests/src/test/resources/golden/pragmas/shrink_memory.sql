-- PRAGMA shrink_memory: frees memory.
-- covers: shrink_memory
-- labels: yes

PRAGMA shrink_memory;

PRAGMA shrink_memory = 1;

PRAGMA shrink_memory;

PRAGMA shrink_memory(3);

PRAGMA main.shrink_memory;

PRAGMA temp.shrink_memory;

PRAGMA nosuch.shrink_memory;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_shrink_memory;
----
error ERROR: no such table: pragma_shrink_memory

SELECT * FROM pragma_shrink_memory('main');
----
error ERROR: no such table: pragma_shrink_memory

SELECT * FROM pragma_shrink_memory WHERE schema = 'temp';
----
error ERROR: no such table: pragma_shrink_memory

SELECT * FROM pragma_shrink_memory(1, 2);
----
error ERROR: no such table: pragma_shrink_memory
