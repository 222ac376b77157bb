-- RENAME COLUMN changes the ON clause of an UPDATE … FROM in a trigger, too. SQLite leaves the name there, and refuses.

CREATE TABLE t(a, b);

CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET b = 1 FROM t AS u LEFT JOIN t AS v ON u.b < v.a; END;

-- Here it succeeds.
ALTER TABLE t RENAME a TO c;
----
error ERROR: error in trigger r after rename: no such column: v.a
---- here

-- So both definitions have the new name.
SELECT sql FROM sqlite_schema;
----
'CREATE TABLE t(a, b)'
'CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET b = 1 FROM t AS u LEFT JOIN t AS v ON u.b < v.a; END'
---- here
'CREATE TABLE t(c, b)'
'CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET b = 1 FROM t AS u LEFT JOIN t AS v ON u.b < v.c; END'

DROP TRIGGER r;

CREATE VIEW w AS SELECT * FROM t ORDER BY b;

-- Nor does SQLite rename in the ORDER BY behind a star.
ALTER TABLE t RENAME b TO d;
----
error ERROR: error in view w after rename: no such column: b
---- here

-- Here it has the new name.
SELECT sql FROM sqlite_schema WHERE name = 'w';
----
'CREATE VIEW w AS SELECT * FROM t ORDER BY b'
---- here
'CREATE VIEW w AS SELECT * FROM t ORDER BY d'
