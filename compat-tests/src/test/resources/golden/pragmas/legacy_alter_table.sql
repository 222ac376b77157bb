-- PRAGMA legacy_alter_table: ALTER TABLE RENAME as of old.
-- covers: legacy_alter_table
-- labels: yes

PRAGMA legacy_alter_table;
----
# legacy_alter_table
0

PRAGMA legacy_alter_table = ON;
PRAGMA legacy_alter_table;
----
# legacy_alter_table
1

PRAGMA legacy_alter_table(off);
PRAGMA legacy_alter_table;
----
# legacy_alter_table
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA legacy_alter_table = 256;
PRAGMA legacy_alter_table;
----
# legacy_alter_table
1

PRAGMA legacy_alter_table = 255;
PRAGMA legacy_alter_table;
----
# legacy_alter_table
1

PRAGMA legacy_alter_table = nonsense;
PRAGMA legacy_alter_table;
----
# legacy_alter_table
0

PRAGMA legacy_alter_table = 'Yes';
PRAGMA legacy_alter_table;
----
# legacy_alter_table
1

PRAGMA legacy_alter_table = -1;
PRAGMA legacy_alter_table;
----
# legacy_alter_table
0

PRAGMA main.legacy_alter_table = true;
PRAGMA temp.legacy_alter_table;
----
# legacy_alter_table
1

PRAGMA nosuch.legacy_alter_table;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_legacy_alter_table;
----
# legacy_alter_table
1

SELECT * FROM pragma_legacy_alter_table('main');
----
error ERROR: too many arguments on pragma_legacy_alter_table() - max 0

PRAGMA legacy_alter_table = 1 2;
----
error ERROR: near "2": syntax error
