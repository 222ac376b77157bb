-- PRAGMA page_size of a database in memory: bytes of a page; must be set before the file is made.
-- covers: page_size
-- backends: memory
-- labels: yes

PRAGMA page_size;
----
# page_size
4096

PRAGMA page_size = 512;

PRAGMA page_size;
----
# page_size
512

PRAGMA page_size = 1000;

PRAGMA page_size;
----
# page_size
512

PRAGMA page_size = 1024;

PRAGMA page_size;
----
# page_size
1024

PRAGMA page_size = 65536;

PRAGMA page_size;
----
# page_size
65536

PRAGMA page_size = 131072;

PRAGMA page_size;
----
# page_size
65536

PRAGMA page_size = 256;

PRAGMA page_size;
----
# page_size
65536

PRAGMA page_size = abc;

PRAGMA page_size;
----
# page_size
65536

PRAGMA page_size = 4096;

PRAGMA page_size;
----
# page_size
4096

PRAGMA page_size(3);

PRAGMA main.page_size;
----
# page_size
4096

PRAGMA temp.page_size;
----
# page_size
4096

PRAGMA nosuch.page_size;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_page_size;
----
# page_size
4096

SELECT * FROM pragma_page_size('main');
----
# page_size
4096

SELECT * FROM pragma_page_size WHERE schema = 'temp';
----
# page_size
4096

SELECT * FROM pragma_page_size(1, 2);
----
error ERROR: too many arguments on pragma_page_size() - max 1

PRAGMA page_size = 512;
CREATE TABLE t(a);
INSERT INTO t VALUES(zeroblob(2000));
PRAGMA page_size;
----
# page_size
512

PRAGMA page_count;
----
# page_count
6

PRAGMA page_size = 8192;
PRAGMA page_size;
----
# page_size
512

VACUUM;
PRAGMA page_size;
----
# page_size
512

PRAGMA page_count;
----
# page_count
6

PRAGMA integrity_check;
----
# integrity_check
'ok'
