-- PRAGMA writable_schema: whether sqlite_schema may be changed.
-- covers: writable_schema
-- labels: yes

PRAGMA writable_schema;
----
# writable_schema
0

PRAGMA writable_schema = ON;
PRAGMA writable_schema;
----
# writable_schema
1

PRAGMA writable_schema(off);
PRAGMA writable_schema;
----
# writable_schema
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA writable_schema = 256;
PRAGMA writable_schema;
----
# writable_schema
1

PRAGMA writable_schema = 255;
PRAGMA writable_schema;
----
# writable_schema
1

PRAGMA writable_schema = nonsense;
PRAGMA writable_schema;
----
# writable_schema
0

PRAGMA writable_schema = 'Yes';
PRAGMA writable_schema;
----
# writable_schema
1

PRAGMA writable_schema = -1;
PRAGMA writable_schema;
----
# writable_schema
0

PRAGMA main.writable_schema = true;
PRAGMA temp.writable_schema;
----
# writable_schema
1

PRAGMA nosuch.writable_schema;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_writable_schema;
----
# writable_schema
1

SELECT * FROM pragma_writable_schema('main');
----
error ERROR: too many arguments on pragma_writable_schema() - max 0

PRAGMA writable_schema = 1 2;
----
error ERROR: near "2": syntax error

PRAGMA writable_schema = 0;
CREATE TABLE t(a);
UPDATE sqlite_schema SET sql = 'CREATE TABLE t(a, b)' WHERE name = 't';
----
error ERROR: table sqlite_master may not be modified

PRAGMA writable_schema = 1;
UPDATE sqlite_schema SET sql = 'CREATE TABLE t(a, b)' WHERE name = 't';
PRAGMA writable_schema = RESET;
SELECT a, b FROM t;
----
# a|b

INSERT INTO t VALUES(1, 2);
SELECT * FROM t;
----
# a|b
1|2

PRAGMA writable_schema;
----
# writable_schema
0
