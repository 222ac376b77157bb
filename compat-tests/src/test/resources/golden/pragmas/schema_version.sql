-- PRAGMA schema_version: changes with each change of the schema.
-- covers: schema_version
-- backends: memory file
-- labels: yes

PRAGMA schema_version;
----
# schema_version
0

PRAGMA schema_version = 5;

PRAGMA schema_version;
----
# schema_version
5

PRAGMA schema_version = 0;

PRAGMA schema_version;
----
# schema_version
0

PRAGMA schema_version = -1;

PRAGMA schema_version;
----
# schema_version
-1

PRAGMA schema_version = 4294967296;

PRAGMA schema_version;
----
# schema_version
0

PRAGMA schema_version(3);

PRAGMA main.schema_version;
----
# schema_version
3

PRAGMA temp.schema_version;
----
# schema_version
0

PRAGMA nosuch.schema_version;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_schema_version;
----
# schema_version
3

SELECT * FROM pragma_schema_version('main');
----
error ERROR: too many arguments on pragma_schema_version() - max 0

SELECT * FROM pragma_schema_version WHERE schema = 'temp';
----
error ERROR: no such column: schema

SELECT * FROM pragma_schema_version(1, 2);
----
error ERROR: too many arguments on pragma_schema_version() - max 0

CREATE TABLE t(a);
PRAGMA schema_version;
----
# schema_version
4

ALTER TABLE t ADD COLUMN b;
PRAGMA schema_version;
----
# schema_version
5

INSERT INTO t VALUES(1, 2);
PRAGMA schema_version;
----
# schema_version
5

BEGIN;
DROP TABLE t;
PRAGMA schema_version;
----
# schema_version
6

ROLLBACK;
PRAGMA schema_version;
----
# schema_version
5
