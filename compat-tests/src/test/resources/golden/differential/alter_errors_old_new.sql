-- A trigger on INSERT that names OLD, or one on DELETE that names NEW, is found when any table is renamed.

CREATE TABLE t(a, b);

CREATE TABLE u(c, d);

CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT old.a; END;

ALTER TABLE u RENAME TO w;
----
error ERROR: error in trigger r: no such column: old.a

ALTER TABLE u RENAME c TO e;
----
error ERROR: error in trigger r: no such column: old.a

ALTER TABLE u DROP d;
----
error ERROR: error in trigger r: no such column: old.a

ALTER TABLE u ADD f;

DROP TRIGGER r;

CREATE TRIGGER r DELETE ON t BEGIN SELECT new.a; END;

ALTER TABLE u RENAME TO w;
----
error ERROR: error in trigger r: no such column: new.a

DROP TRIGGER r;

-- Without OLD or NEW there are no columns.
CREATE TRIGGER r UPDATE ON t BEGIN SELECT a; END;

ALTER TABLE u RENAME TO w;
----
error ERROR: error in trigger r: no such column: a

DROP TRIGGER r;

CREATE TRIGGER r UPDATE ON t WHEN "a" = old.b BEGIN SELECT "a" FROM u; END;

ALTER TABLE t RENAME a TO z;

SELECT sql FROM sqlite_schema WHERE type = 'trigger';
----
'CREATE TRIGGER r UPDATE ON t WHEN ''a'' = old.b BEGIN SELECT ''a'' FROM u; END'
