-- PRAGMA reverse_unordered_selects: rows without ORDER BY come in another order.
-- covers: reverse_unordered_selects
-- labels: yes

PRAGMA reverse_unordered_selects;
----
# reverse_unordered_selects
0

PRAGMA reverse_unordered_selects = ON;
PRAGMA reverse_unordered_selects;
----
# reverse_unordered_selects
1

PRAGMA reverse_unordered_selects(off);
PRAGMA reverse_unordered_selects;
----
# reverse_unordered_selects
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA reverse_unordered_selects = 256;
PRAGMA reverse_unordered_selects;
----
# reverse_unordered_selects
1

PRAGMA reverse_unordered_selects = 255;
PRAGMA reverse_unordered_selects;
----
# reverse_unordered_selects
1

PRAGMA reverse_unordered_selects = nonsense;
PRAGMA reverse_unordered_selects;
----
# reverse_unordered_selects
0

PRAGMA reverse_unordered_selects = 'Yes';
PRAGMA reverse_unordered_selects;
----
# reverse_unordered_selects
1

PRAGMA reverse_unordered_selects = -1;
PRAGMA reverse_unordered_selects;
----
# reverse_unordered_selects
0

PRAGMA main.reverse_unordered_selects = true;
PRAGMA temp.reverse_unordered_selects;
----
# reverse_unordered_selects
1

PRAGMA nosuch.reverse_unordered_selects;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_reverse_unordered_selects;
----
# reverse_unordered_selects
1

SELECT * FROM pragma_reverse_unordered_selects('main');
----
error ERROR: too many arguments on pragma_reverse_unordered_selects() - max 0

PRAGMA reverse_unordered_selects = 1 2;
----
error ERROR: near "2": syntax error

CREATE TABLE t(a);
INSERT INTO t VALUES(1), (2), (3);
PRAGMA reverse_unordered_selects = 1;
SELECT a FROM t;
----
# a
3
2
1

SELECT a FROM t ORDER BY a;
----
# a
1
2
3

PRAGMA reverse_unordered_selects = 0;
SELECT a FROM t;
----
# a
1
2
3
