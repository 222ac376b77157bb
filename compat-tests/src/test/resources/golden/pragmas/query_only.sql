-- PRAGMA query_only: nothing may be changed.
-- covers: query_only
-- labels: yes

PRAGMA query_only;
----
# query_only
0

PRAGMA query_only = ON;
PRAGMA query_only;
----
# query_only
1

PRAGMA query_only(off);
PRAGMA query_only;
----
# query_only
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA query_only = 256;
PRAGMA query_only;
----
# query_only
1

PRAGMA query_only = 255;
PRAGMA query_only;
----
# query_only
1

PRAGMA query_only = nonsense;
PRAGMA query_only;
----
# query_only
0

PRAGMA query_only = 'Yes';
PRAGMA query_only;
----
# query_only
1

PRAGMA query_only = -1;
PRAGMA query_only;
----
# query_only
0

PRAGMA main.query_only = true;
PRAGMA temp.query_only;
----
# query_only
1

PRAGMA nosuch.query_only;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_query_only;
----
# query_only
1

SELECT * FROM pragma_query_only('main');
----
error ERROR: too many arguments on pragma_query_only() - max 0

PRAGMA query_only = 1 2;
----
error ERROR: near "2": syntax error

PRAGMA query_only = 0;
CREATE TABLE t(a);
PRAGMA query_only = 1;
INSERT INTO t VALUES(1);
----
error READONLY: attempt to write a readonly database

CREATE TABLE u(a);
----
error READONLY: attempt to write a readonly database

DROP TABLE t;
----
error READONLY: attempt to write a readonly database

PRAGMA user_version = 3;
----
error READONLY: attempt to write a readonly database

SELECT count(*) FROM t;
----
# count(*)
0

BEGIN IMMEDIATE;
----
error READONLY: attempt to write a readonly database

CREATE TEMP TABLE u(a);
----
error READONLY: attempt to write a readonly database
