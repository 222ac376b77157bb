-- A temporary trigger on a table of a database that was detached is in the way of RENAME.

ATTACH ':memory:' AS x;

CREATE TABLE x.t(a);

CREATE TABLE u(a);

CREATE TEMP TRIGGER r AFTER INSERT ON x.t BEGIN SELECT new.a; END;

DETACH x;

ALTER TABLE u RENAME TO v;
----
error ERROR: error in trigger r: no such table: x.t

ALTER TABLE u RENAME a TO b;
----
error ERROR: error in trigger r: no such table: x.t

DROP TRIGGER r;

ALTER TABLE u RENAME TO v;
