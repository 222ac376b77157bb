-- PRAGMA count_changes: whether INSERT, UPDATE and DELETE answer with the number of rows.
-- covers: count_changes
-- labels: yes

PRAGMA count_changes;
----
# count_changes
0

PRAGMA count_changes = ON;
PRAGMA count_changes;
----
# count_changes
1

PRAGMA count_changes(off);
PRAGMA count_changes;
----
# count_changes
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA count_changes = 256;
PRAGMA count_changes;
----
# count_changes
1

PRAGMA count_changes = 255;
PRAGMA count_changes;
----
# count_changes
1

PRAGMA count_changes = nonsense;
PRAGMA count_changes;
----
# count_changes
0

PRAGMA count_changes = 'Yes';
PRAGMA count_changes;
----
# count_changes
1

PRAGMA count_changes = -1;
PRAGMA count_changes;
----
# count_changes
0

PRAGMA main.count_changes = true;
PRAGMA temp.count_changes;
----
# count_changes
1

PRAGMA nosuch.count_changes;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_count_changes;
----
# count_changes
1

SELECT * FROM pragma_count_changes('main');
----
error ERROR: too many arguments on pragma_count_changes() - max 0

PRAGMA count_changes = 1 2;
----
error ERROR: near "2": syntax error

PRAGMA count_changes = 1;
CREATE TABLE t(a);
INSERT INTO t VALUES(1), (2), (3);
----
# rows inserted
3

UPDATE t SET a = a + 1 WHERE a > 1;
----
# rows updated
2

DELETE FROM t;
----
# rows deleted
3

REPLACE INTO t VALUES(1);
----
# rows inserted
1

INSERT INTO t VALUES(5) RETURNING a;
----
# a
5
