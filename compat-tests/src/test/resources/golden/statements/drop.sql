-- DROP TABLE, DROP INDEX, DROP VIEW, DROP TRIGGER.
-- covers: DROP

CREATE TABLE t(a, b UNIQUE);
CREATE INDEX i ON t(a);
CREATE TRIGGER tr AFTER INSERT ON t BEGIN
  SELECT 1;
END;
CREATE VIEW v AS SELECT * FROM t;
CREATE TEMP TABLE tt(a);
DROP INDEX i;
DROP TRIGGER main.tr;
SELECT name FROM sqlite_schema ORDER BY name;
----
'sqlite_autoindex_t_1'
't'
'v'

CREATE INDEX i ON t(a);
DROP TABLE t;
SELECT name FROM sqlite_schema ORDER BY name;
----
'v'

SELECT * FROM v;
----
error ERROR: no such table: main.t

DROP VIEW v;
DROP TABLE temp.tt;
DROP TABLE IF EXISTS t;
DROP INDEX IF EXISTS i;
DROP VIEW IF EXISTS main.v;
DROP TRIGGER IF EXISTS tr;
DROP TABLE t;
----
error ERROR: no such table: t

DROP TABLE main.t;
----
error ERROR: no such table: main.t

DROP INDEX i;
----
error ERROR: no such index: i

DROP VIEW v;
----
error ERROR: no such view: v

DROP TRIGGER tr;
----
error ERROR: no such trigger: tr

DROP TABLE nosuch.t;
----
error ERROR: no such table: nosuch.t

DROP TABLE sqlite_schema;
----
error ERROR: table sqlite_master may not be dropped

CREATE TABLE u(a UNIQUE);
DROP INDEX sqlite_autoindex_u_1;
----
error ERROR: index associated with UNIQUE or PRIMARY KEY constraint cannot be dropped

CREATE VIEW uv AS SELECT 1;
DROP TABLE uv;
----
error ERROR: use DROP VIEW to delete view uv

DROP VIEW u;
----
error ERROR: use DROP TABLE to delete table u

DROP INDEX u;
----
error ERROR: no such index: u

DROP NOSUCH u;
----
error ERROR: near "NOSUCH": syntax error

DROP TABLE;
----
error ERROR: near ";": syntax error

-- What refers to it by a foreign key.
PRAGMA foreign_keys = 1;
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c(p REFERENCES p);
INSERT INTO p VALUES(1);
INSERT INTO c VALUES(1);
DROP TABLE p;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

DELETE FROM c;
DROP TABLE p;
INSERT INTO c VALUES(1);
----
error ERROR: no such table: main.p

BEGIN;
DROP TABLE c;
ROLLBACK;
SELECT name FROM sqlite_schema ORDER BY name;
----
'c'
'sqlite_autoindex_u_1'
'u'
'uv'

PRAGMA integrity_check;
----
'ok'
