-- PRAGMA automatic_index: whether the planner may make an index for one query.
-- covers: automatic_index
-- labels: yes

PRAGMA automatic_index;
----
# automatic_index
1

PRAGMA automatic_index = ON;
PRAGMA automatic_index;
----
# automatic_index
1

PRAGMA automatic_index(off);
PRAGMA automatic_index;
----
# automatic_index
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA automatic_index = 256;
PRAGMA automatic_index;
----
# automatic_index
1

PRAGMA automatic_index = 255;
PRAGMA automatic_index;
----
# automatic_index
1

PRAGMA automatic_index = nonsense;
PRAGMA automatic_index;
----
# automatic_index
0

PRAGMA automatic_index = 'Yes';
PRAGMA automatic_index;
----
# automatic_index
1

PRAGMA automatic_index = -1;
PRAGMA automatic_index;
----
# automatic_index
0

PRAGMA main.automatic_index = true;
PRAGMA temp.automatic_index;
----
# automatic_index
1

PRAGMA nosuch.automatic_index;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_automatic_index;
----
# automatic_index
1

SELECT * FROM pragma_automatic_index('main');
----
error ERROR: too many arguments on pragma_automatic_index() - max 0

PRAGMA automatic_index = 1 2;
----
error ERROR: near "2": syntax error
