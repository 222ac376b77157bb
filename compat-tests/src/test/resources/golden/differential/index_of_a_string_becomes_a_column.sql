-- A string in double quotes in an index becomes a column when one of that name is added. Its entries do not fit then.

CREATE TABLE t(a);
INSERT INTO t VALUES(8);
CREATE INDEX i ON t((a+1), "b" COLLATE nocase);
ALTER TABLE t ADD b;

PRAGMA integrity_check;
----
'row 1 missing from index i'

UPDATE t SET b=NULL;
----
error CORRUPT_INDEX: database disk image is malformed

DELETE FROM t;

REINDEX i;

UPDATE t SET b=3;

PRAGMA integrity_check;
----
'ok'
