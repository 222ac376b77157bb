-- PRAGMA defer_foreign_keys: all foreign keys wait for COMMIT.
-- covers: defer_foreign_keys
-- labels: yes

PRAGMA defer_foreign_keys;
----
# defer_foreign_keys
0

PRAGMA defer_foreign_keys = ON;
PRAGMA defer_foreign_keys;
----
# defer_foreign_keys
0

PRAGMA defer_foreign_keys(off);
PRAGMA defer_foreign_keys;
----
# defer_foreign_keys
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA defer_foreign_keys = 256;
PRAGMA defer_foreign_keys;
----
# defer_foreign_keys
0

PRAGMA defer_foreign_keys = 255;
PRAGMA defer_foreign_keys;
----
# defer_foreign_keys
0

PRAGMA defer_foreign_keys = nonsense;
PRAGMA defer_foreign_keys;
----
# defer_foreign_keys
0

PRAGMA defer_foreign_keys = 'Yes';
PRAGMA defer_foreign_keys;
----
# defer_foreign_keys
0

PRAGMA defer_foreign_keys = -1;
PRAGMA defer_foreign_keys;
----
# defer_foreign_keys
0

PRAGMA main.defer_foreign_keys = true;
PRAGMA temp.defer_foreign_keys;
----
# defer_foreign_keys
0

PRAGMA nosuch.defer_foreign_keys;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_defer_foreign_keys;
----
# defer_foreign_keys
0

SELECT * FROM pragma_defer_foreign_keys('main');
----
error ERROR: too many arguments on pragma_defer_foreign_keys() - max 0

PRAGMA defer_foreign_keys = 1 2;
----
error ERROR: near "2": syntax error

-- It holds until the transaction ends.
PRAGMA foreign_keys = ON;
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c(p REFERENCES p);
INSERT INTO c VALUES(1);
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

PRAGMA defer_foreign_keys = 0;
BEGIN;
INSERT INTO c VALUES(1);
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

PRAGMA defer_foreign_keys = 1;
INSERT INTO c VALUES(1);
PRAGMA defer_foreign_keys;
----
# defer_foreign_keys
1

COMMIT;
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

INSERT INTO p VALUES(1);
COMMIT;
PRAGMA defer_foreign_keys;
----
# defer_foreign_keys
0
