-- PRAGMA secure_delete of a database in memory: whether what is deleted is overwritten.
-- covers: secure_delete
-- backends: memory
-- labels: yes

PRAGMA secure_delete;
----
# secure_delete
0

PRAGMA secure_delete = 1;
----
# secure_delete
1

PRAGMA secure_delete;
----
# secure_delete
1

PRAGMA secure_delete = 0;
----
# secure_delete
0

PRAGMA secure_delete;
----
# secure_delete
0

PRAGMA secure_delete = fast;
----
# secure_delete
2

PRAGMA secure_delete;
----
# secure_delete
2

PRAGMA secure_delete = off;
----
# secure_delete
0

PRAGMA secure_delete;
----
# secure_delete
0

PRAGMA secure_delete = on;
----
# secure_delete
1

PRAGMA secure_delete;
----
# secure_delete
1

PRAGMA secure_delete = 2;
----
# secure_delete
1

PRAGMA secure_delete;
----
# secure_delete
1

PRAGMA secure_delete = FAST;
----
# secure_delete
2

PRAGMA secure_delete;
----
# secure_delete
2

PRAGMA secure_delete = yes;
----
# secure_delete
1

PRAGMA secure_delete;
----
# secure_delete
1

PRAGMA secure_delete(3);
----
# secure_delete
1

PRAGMA main.secure_delete;
----
# secure_delete
1

PRAGMA temp.secure_delete;
----
# secure_delete
0

PRAGMA nosuch.secure_delete;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_secure_delete;
----
# secure_delete
1

SELECT * FROM pragma_secure_delete('main');
----
error ERROR: too many arguments on pragma_secure_delete() - max 0

SELECT * FROM pragma_secure_delete WHERE schema = 'temp';
----
error ERROR: no such column: schema

SELECT * FROM pragma_secure_delete(1, 2);
----
error ERROR: too many arguments on pragma_secure_delete() - max 0
