-- PRAGMA mmap_size: bytes that are read through mappings.
-- covers: mmap_size
-- backends: file
-- labels: yes

PRAGMA mmap_size;
----
# mmap_size
0

PRAGMA mmap_size = 0;
----
# mmap_size
0

PRAGMA mmap_size;
----
# mmap_size
0

PRAGMA mmap_size = -1;
----
# mmap_size
0

PRAGMA mmap_size;
----
# mmap_size
0

-- 0 here.
PRAGMA mmap_size = 1000000;
----
# mmap_size
1000000
---- here
# mmap_size
0

-- 0 here.
PRAGMA mmap_size;
----
# mmap_size
1000000
---- here
# mmap_size
0

PRAGMA mmap_size = abc;
----
# mmap_size
0

PRAGMA mmap_size;
----
# mmap_size
0

-- 0 here.
PRAGMA mmap_size(3);
----
# mmap_size
3
---- here
# mmap_size
0

-- 0 here.
PRAGMA main.mmap_size;
----
# mmap_size
3
---- here
# mmap_size
0

PRAGMA temp.mmap_size;
----
# mmap_size

PRAGMA nosuch.mmap_size;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_mmap_size;
----
error ERROR: no such table: pragma_mmap_size

SELECT * FROM pragma_mmap_size('main');
----
error ERROR: no such table: pragma_mmap_size

SELECT * FROM pragma_mmap_size WHERE schema = 'temp';
----
error ERROR: no such table: pragma_mmap_size

SELECT * FROM pragma_mmap_size(1, 2);
----
error ERROR: no such table: pragma_mmap_size
