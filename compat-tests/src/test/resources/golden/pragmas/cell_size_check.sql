-- PRAGMA cell_size_check: whether pages are checked when they are read.
-- covers: cell_size_check
-- labels: yes

PRAGMA cell_size_check;
----
# cell_size_check
0

PRAGMA cell_size_check = ON;
PRAGMA cell_size_check;
----
# cell_size_check
1

PRAGMA cell_size_check(off);
PRAGMA cell_size_check;
----
# cell_size_check
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA cell_size_check = 256;
PRAGMA cell_size_check;
----
# cell_size_check
1

PRAGMA cell_size_check = 255;
PRAGMA cell_size_check;
----
# cell_size_check
1

PRAGMA cell_size_check = nonsense;
PRAGMA cell_size_check;
----
# cell_size_check
0

PRAGMA cell_size_check = 'Yes';
PRAGMA cell_size_check;
----
# cell_size_check
1

PRAGMA cell_size_check = -1;
PRAGMA cell_size_check;
----
# cell_size_check
0

PRAGMA main.cell_size_check = true;
PRAGMA temp.cell_size_check;
----
# cell_size_check
1

PRAGMA nosuch.cell_size_check;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_cell_size_check;
----
# cell_size_check
1

SELECT * FROM pragma_cell_size_check('main');
----
error ERROR: too many arguments on pragma_cell_size_check() - max 0

PRAGMA cell_size_check = 1 2;
----
error ERROR: near "2": syntax error
