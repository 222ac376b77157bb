-- RENAME TO does not reach names behind IN, and looks at temporary triggers of the table late.

CREATE TABLE t5(b);
CREATE TABLE u(a);
CREATE TRIGGER r AFTER INSERT ON u WHEN new.a NOT IN t5 BEGIN DELETE FROM t5; END;

ALTER TABLE t5 RENAME TO t6;
----
error ERROR: error in trigger r after rename: no such table: main.t5

ALTER TABLE t5 RENAME b TO c;
ALTER TABLE u RENAME TO uu;

SELECT sql FROM sqlite_schema ORDER BY rowid;
----
'CREATE TABLE t5(c)'
'CREATE TABLE "uu"(a)'
'CREATE TRIGGER r AFTER INSERT ON "uu" WHEN new.a NOT IN t5 BEGIN DELETE FROM t5; END'

CREATE TABLE t2(a);
CREATE TEMP TRIGGER r1 AFTER UPDATE ON t2 BEGIN SELECT * FROM nosuch; END;

ALTER TABLE t2 RENAME TO t3;
----
error ERROR: error in trigger r1 after rename: no such table: nosuch

ALTER TABLE uu RENAME TO t3;
----
error ERROR: error in trigger r1: no such table: nosuch
