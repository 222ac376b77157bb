-- PRAGMA optimize: a table that has become empty, joins of tables without statistics.

CREATE TABLE a(x);
CREATE TABLE b(x);
INSERT INTO a VALUES(1),(2),(3),(4),(5),(6),(7),(8),(9),(10);
INSERT INTO b SELECT x FROM a LIMIT 9;
ANALYZE;
DELETE FROM a;
DELETE FROM b;

PRAGMA optimize(-1);
----
'ANALYZE "main"."a"'

CREATE TABLE c(x);
CREATE TABLE d(x);
INSERT INTO c VALUES(1);
INSERT INTO d VALUES(1);

SELECT * FROM c JOIN d;
----
1|1

PRAGMA optimize(3);
