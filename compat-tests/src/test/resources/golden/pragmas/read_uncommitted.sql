-- PRAGMA read_uncommitted: reading what another connection of a shared cache has not committed.
-- covers: read_uncommitted
-- labels: yes

PRAGMA read_uncommitted;
----
# read_uncommitted
0

PRAGMA read_uncommitted = ON;
PRAGMA read_uncommitted;
----
# read_uncommitted
1

PRAGMA read_uncommitted(off);
PRAGMA read_uncommitted;
----
# read_uncommitted
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA read_uncommitted = 256;
PRAGMA read_uncommitted;
----
# read_uncommitted
1

PRAGMA read_uncommitted = 255;
PRAGMA read_uncommitted;
----
# read_uncommitted
1

PRAGMA read_uncommitted = nonsense;
PRAGMA read_uncommitted;
----
# read_uncommitted
0

PRAGMA read_uncommitted = 'Yes';
PRAGMA read_uncommitted;
----
# read_uncommitted
1

PRAGMA read_uncommitted = -1;
PRAGMA read_uncommitted;
----
# read_uncommitted
0

PRAGMA main.read_uncommitted = true;
PRAGMA temp.read_uncommitted;
----
# read_uncommitted
1

PRAGMA nosuch.read_uncommitted;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_read_uncommitted;
----
# read_uncommitted
1

SELECT * FROM pragma_read_uncommitted('main');
----
error ERROR: too many arguments on pragma_read_uncommitted() - max 0

PRAGMA read_uncommitted = 1 2;
----
error ERROR: near "2": syntax error
