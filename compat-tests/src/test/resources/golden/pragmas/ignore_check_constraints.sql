-- PRAGMA ignore_check_constraints: CHECK is not looked at.
-- covers: ignore_check_constraints
-- labels: yes

PRAGMA ignore_check_constraints;
----
# ignore_check_constraints
0

PRAGMA ignore_check_constraints = ON;
PRAGMA ignore_check_constraints;
----
# ignore_check_constraints
1

PRAGMA ignore_check_constraints(off);
PRAGMA ignore_check_constraints;
----
# ignore_check_constraints
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA ignore_check_constraints = 256;
PRAGMA ignore_check_constraints;
----
# ignore_check_constraints
1

PRAGMA ignore_check_constraints = 255;
PRAGMA ignore_check_constraints;
----
# ignore_check_constraints
1

PRAGMA ignore_check_constraints = nonsense;
PRAGMA ignore_check_constraints;
----
# ignore_check_constraints
0

PRAGMA ignore_check_constraints = 'Yes';
PRAGMA ignore_check_constraints;
----
# ignore_check_constraints
1

PRAGMA ignore_check_constraints = -1;
PRAGMA ignore_check_constraints;
----
# ignore_check_constraints
0

PRAGMA main.ignore_check_constraints = true;
PRAGMA temp.ignore_check_constraints;
----
# ignore_check_constraints
1

PRAGMA nosuch.ignore_check_constraints;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_ignore_check_constraints;
----
# ignore_check_constraints
1

SELECT * FROM pragma_ignore_check_constraints('main');
----
error ERROR: too many arguments on pragma_ignore_check_constraints() - max 0

PRAGMA ignore_check_constraints = 1 2;
----
error ERROR: near "2": syntax error

PRAGMA ignore_check_constraints = 0;
CREATE TABLE t(a CHECK(a > 0), b NOT NULL);
INSERT INTO t VALUES(-1, 1);
----
error CONSTRAINT_CHECK: CHECK constraint failed: a > 0

PRAGMA ignore_check_constraints = 1;
INSERT INTO t VALUES(-1, 1);
INSERT INTO t VALUES(-1, NULL);
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: t.b

PRAGMA integrity_check;
----
# integrity_check
'ok'

PRAGMA ignore_check_constraints = 0;
PRAGMA integrity_check;
----
# integrity_check
'CHECK constraint failed in t'
