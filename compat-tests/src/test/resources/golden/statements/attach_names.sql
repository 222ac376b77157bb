-- The name behind AS may be a number or computed; temp is there from its first use on.

ATTACH ':memory:' AS 5;
ATTACH ':memory:' AS (1.5 + 1);
CREATE TABLE "5".t(a);
CREATE TABLE "2.5".u(a);

SELECT name FROM pragma_database_list;
----
'main'
'5'
'2.5'

DETACH temp;
----
error ERROR: no such database: temp

DETACH 5;
SELECT * FROM t;
----
error ERROR: no such table: t

CREATE TEMP TABLE x(a);
DETACH temp;
----
error ERROR: cannot detach database temp

DETACH main;
----
error ERROR: cannot detach database main

DETACH nowhere;
----
error ERROR: no such database: nowhere
