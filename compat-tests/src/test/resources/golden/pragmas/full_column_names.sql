-- PRAGMA full_column_names: labels of the form table.column.
-- covers: full_column_names
-- labels: yes

PRAGMA full_column_names;
----
# full_column_names
0

PRAGMA full_column_names = ON;
PRAGMA full_column_names;
----
# full_column_names
1

PRAGMA full_column_names(off);
PRAGMA full_column_names;
----
# full_column_names
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA full_column_names = 256;
PRAGMA full_column_names;
----
# full_column_names
1

PRAGMA full_column_names = 255;
PRAGMA full_column_names;
----
# full_column_names
1

PRAGMA full_column_names = nonsense;
PRAGMA full_column_names;
----
# full_column_names
0

PRAGMA full_column_names = 'Yes';
PRAGMA full_column_names;
----
# full_column_names
1

PRAGMA full_column_names = -1;
PRAGMA full_column_names;
----
# full_column_names
0

PRAGMA main.full_column_names = true;
PRAGMA temp.full_column_names;
----
# full_column_names
1

PRAGMA nosuch.full_column_names;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_full_column_names;
----
# full_column_names
1

SELECT * FROM pragma_full_column_names('main');
----
error ERROR: too many arguments on pragma_full_column_names() - max 0

PRAGMA full_column_names = 1 2;
----
error ERROR: near "2": syntax error

CREATE TABLE t(a, b);
INSERT INTO t VALUES(1, 2);
PRAGMA full_column_names = 1;
SELECT a, t.b, a + b, a AS x, * FROM t;
----
# t.a|t.b|a + b|x|a|b
1|2|3|1|1|2

PRAGMA short_column_names = 0;
SELECT a, t.b, a + b, a AS x, * FROM t AS u JOIN t USING (a);
----
error ERROR: ambiguous column name: b

SELECT * FROM (SELECT a, b FROM t);
----
# (subquery-1).a|(subquery-1).b
1|2

PRAGMA full_column_names = 0;
SELECT a, t.b, a + b, a AS x, * FROM t;
----
# a|t.b|a + b|x|a|b
1|2|3|1|1|2
