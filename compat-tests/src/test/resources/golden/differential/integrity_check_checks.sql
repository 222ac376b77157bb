-- Of a row that fails several CHECK constraints integrity_check tells once.

CREATE TABLE t(a CHECK(a > 0), b CHECK(b > 0));
PRAGMA ignore_check_constraints = on;
INSERT INTO t VALUES(0, 0), (1, 1), (0, 1);
PRAGMA ignore_check_constraints = off;
PRAGMA integrity_check;
----
'CHECK constraint failed in t'
'CHECK constraint failed in t'

PRAGMA quick_check;
----
'CHECK constraint failed in t'
'CHECK constraint failed in t'
