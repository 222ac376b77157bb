-- PRAGMA empty_result_callbacks: obsolete.
-- covers: empty_result_callbacks
-- labels: yes

PRAGMA empty_result_callbacks;
----
# empty_result_callbacks
0

PRAGMA empty_result_callbacks = ON;
PRAGMA empty_result_callbacks;
----
# empty_result_callbacks
1

PRAGMA empty_result_callbacks(off);
PRAGMA empty_result_callbacks;
----
# empty_result_callbacks
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA empty_result_callbacks = 256;
PRAGMA empty_result_callbacks;
----
# empty_result_callbacks
1

PRAGMA empty_result_callbacks = 255;
PRAGMA empty_result_callbacks;
----
# empty_result_callbacks
1

PRAGMA empty_result_callbacks = nonsense;
PRAGMA empty_result_callbacks;
----
# empty_result_callbacks
0

PRAGMA empty_result_callbacks = 'Yes';
PRAGMA empty_result_callbacks;
----
# empty_result_callbacks
1

PRAGMA empty_result_callbacks = -1;
PRAGMA empty_result_callbacks;
----
# empty_result_callbacks
0

PRAGMA main.empty_result_callbacks = true;
PRAGMA temp.empty_result_callbacks;
----
# empty_result_callbacks
1

PRAGMA nosuch.empty_result_callbacks;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_empty_result_callbacks;
----
# empty_result_callbacks
1

SELECT * FROM pragma_empty_result_callbacks('main');
----
error ERROR: too many arguments on pragma_empty_result_callbacks() - max 0

PRAGMA empty_result_callbacks = 1 2;
----
error ERROR: near "2": syntax error
