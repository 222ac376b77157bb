-- PRAGMA short_column_names: labels of the form column.
-- covers: short_column_names
-- labels: yes

PRAGMA short_column_names;
----
# short_column_names
1

PRAGMA short_column_names = ON;
PRAGMA short_column_names;
----
# short_column_names
1

PRAGMA short_column_names(off);
PRAGMA short_column_names;
----
# short_column_names
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA short_column_names = 256;
PRAGMA short_column_names;
----
# short_column_names
1

PRAGMA short_column_names = 255;
PRAGMA short_column_names;
----
# short_column_names
1

PRAGMA short_column_names = nonsense;
PRAGMA short_column_names;
----
# short_column_names
0

PRAGMA short_column_names = 'Yes';
PRAGMA short_column_names;
----
# short_column_names
1

PRAGMA short_column_names = -1;
PRAGMA short_column_names;
----
# short_column_names
0

PRAGMA main.short_column_names = true;
PRAGMA temp.short_column_names;
----
# short_column_names
1

PRAGMA nosuch.short_column_names;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_short_column_names;
----
# short_column_names
1

SELECT * FROM pragma_short_column_names('main');
----
error ERROR: too many arguments on pragma_short_column_names() - max 0

PRAGMA short_column_names = 1 2;
----
error ERROR: near "2": syntax error
