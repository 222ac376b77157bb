-- A single row that has no parent is refused before it is stored; with RETURNING after that, which last_insert_rowid() tells.
-- covers: INSERT

PRAGMA foreign_keys = ON;
CREATE TABLE parent(a PRIMARY KEY);
CREATE TABLE child(a REFERENCES parent, b UNIQUE);
INSERT INTO child VALUES(1, 1) ON CONFLICT DO NOTHING;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

SELECT changes(), total_changes(), last_insert_rowid();
----
0|0|0

INSERT INTO child VALUES(1, 1) ON CONFLICT DO UPDATE SET b = 2;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

SELECT changes(), total_changes(), last_insert_rowid();
----
0|0|0

INSERT INTO child VALUES(1, 1) RETURNING a;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

SELECT changes(), total_changes(), last_insert_rowid();
----
0|0|1

SELECT count(*) FROM child;
----
0
