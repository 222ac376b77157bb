-- Switching defer_foreign_keys off forgets the violations that were counted so far, also those of keys that are deferred anyway.

PRAGMA foreign_keys=1;
CREATE TABLE p(b PRIMARY KEY);
CREATE TABLE c(a, b REFERENCES p DEFERRABLE INITIALLY DEFERRED);
BEGIN;
INSERT INTO c VALUES(1, 5);

COMMIT;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

PRAGMA defer_foreign_keys=0;
COMMIT;

PRAGMA foreign_key_check;
----
'c'|1|'p'|0

BEGIN;
INSERT INTO c VALUES(2, 6);
PRAGMA defer_foreign_keys=1;
COMMIT;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

ROLLBACK;

SELECT * FROM c;
----
1|5
