-- PRAGMA foreign_keys: whether foreign keys are enforced.
-- covers: foreign_keys
-- labels: yes

PRAGMA foreign_keys;
----
# foreign_keys
0

PRAGMA foreign_keys = ON;
PRAGMA foreign_keys;
----
# foreign_keys
1

PRAGMA foreign_keys(off);
PRAGMA foreign_keys;
----
# foreign_keys
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA foreign_keys = 256;
PRAGMA foreign_keys;
----
# foreign_keys
1

PRAGMA foreign_keys = 255;
PRAGMA foreign_keys;
----
# foreign_keys
1

PRAGMA foreign_keys = nonsense;
PRAGMA foreign_keys;
----
# foreign_keys
0

PRAGMA foreign_keys = 'Yes';
PRAGMA foreign_keys;
----
# foreign_keys
1

PRAGMA foreign_keys = -1;
PRAGMA foreign_keys;
----
# foreign_keys
0

PRAGMA main.foreign_keys = true;
PRAGMA temp.foreign_keys;
----
# foreign_keys
1

PRAGMA nosuch.foreign_keys;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_foreign_keys;
----
# foreign_keys
1

SELECT * FROM pragma_foreign_keys('main');
----
error ERROR: too many arguments on pragma_foreign_keys() - max 0

PRAGMA foreign_keys = 1 2;
----
error ERROR: near "2": syntax error

PRAGMA foreign_keys = ON;
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c(p REFERENCES p);
INSERT INTO c VALUES(1);
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

-- Inside a transaction it does nothing.
BEGIN;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys;
----
# foreign_keys
1

INSERT INTO c VALUES(1);
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

COMMIT;
PRAGMA foreign_keys = OFF;
INSERT INTO c VALUES(1);
SELECT * FROM c;
----
# p
1
