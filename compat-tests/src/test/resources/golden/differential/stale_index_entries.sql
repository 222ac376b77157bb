-- An index entry whose expression has another value by now is found by its row and removed: here JSON was a text when the row was read again.

CREATE TABLE t(b, c);
CREATE INDEX i ON t(jsonb_object('a', iif(1, c)));
INSERT INTO t VALUES(1, json_set('{a:1}')), (2, '{"a":1,"a":2}'), (3, json('[1]'));

PRAGMA integrity_check;
----
'row 1 missing from index i'
'row 3 missing from index i'

DELETE FROM t WHERE b = 1;

UPDATE t SET c = 5 WHERE b = 3;

PRAGMA integrity_check;
----
'ok'

DELETE FROM t WHERE b > 0;

PRAGMA integrity_check;
----
'ok'

SELECT count(*) FROM t;
----
0

-- The same with a generated column, and a unique index.
CREATE TABLE u(a, b AS (json_array(a)), c INTEGER PRIMARY KEY);
CREATE UNIQUE INDEX j ON u(b, a);
INSERT INTO u(a, c) VALUES(json('[1]'), 1), ('x', 2);

PRAGMA integrity_check;
----
'row 1 missing from index j'

DELETE FROM u WHERE c = 1;

PRAGMA integrity_check;
----
'ok'

-- An entry that is missing is a damaged database.
CREATE TABLE w(a);
CREATE INDEX k ON w(a);
CREATE INDEX l ON w(a + 1);
INSERT INTO w VALUES(1), (2);
PRAGMA writable_schema = 1;
UPDATE sqlite_schema SET sql = 'CREATE INDEX k ON w(a + 5)' WHERE name = 'k';
UPDATE sqlite_schema SET sql = 'CREATE INDEX l ON w(a + 5)' WHERE name = 'l';
PRAGMA writable_schema = reset;
DELETE FROM w WHERE a = 1;

PRAGMA integrity_check;
----
'row 1 missing from index l'
'row 1 missing from index k'
