-- PRAGMA integrity_check numbers rows as they are stored, also while queries are turned round.

CREATE TABLE t(a);
INSERT INTO t VALUES(1), (2), (3), (4);
CREATE INDEX i ON t(a);
PRAGMA writable_schema = 1;
UPDATE sqlite_schema SET sql = 'CREATE INDEX i ON t(-a)' WHERE name = 'i';
PRAGMA writable_schema = reset;
PRAGMA reverse_unordered_selects = 1;
PRAGMA integrity_check(2);
----
'row 1 missing from index i'
'row 2 missing from index i'

SELECT a FROM t;
----
4
3
2
1
