-- EXPLAIN, EXPLAIN QUERY PLAN.
-- covers: EXPLAIN EXPLAIN QUERY PLAN
-- labels: yes
-- The numbers of a plan are addresses of the program; other tests compare plans of many queries.

CREATE TABLE t(a INTEGER PRIMARY KEY, b, c);
CREATE INDEX tb ON t(b);
EXPLAIN QUERY PLAN SELECT * FROM t;
----
# id|parent|notused|detail
2|0|216|'SCAN t'

EXPLAIN QUERY PLAN SELECT * FROM t WHERE a = 1;
----
# id|parent|notused|detail
2|0|33|'SEARCH t USING INTEGER PRIMARY KEY (rowid=?)'

EXPLAIN QUERY PLAN SELECT * FROM t WHERE b = 1 ORDER BY c;
----
# id|parent|notused|detail
4|0|62|'SEARCH t USING INDEX tb (b=?)'
15|0|0|'USE TEMP B-TREE FOR ORDER BY'

EXPLAIN QUERY PLAN SELECT b FROM t WHERE b > 1 AND b < 5;
----
# id|parent|notused|detail
2|0|153|'SEARCH t USING COVERING INDEX tb (b>? AND b<?)'

EXPLAIN QUERY PLAN CREATE TABLE u(x);
----
# id|parent|notused|detail

EXPLAIN QUERY PLAN SELECT nosuch;
----
error ERROR: no such column: nosuch

EXPLAIN SELECT 1 WHERE nosuch;
----
error ERROR: no such column: nosuch

EXPLAIN EXPLAIN SELECT 1;
----
error ERROR: near "EXPLAIN": syntax error

EXPLAIN QUERY SELECT 1;
----
error ERROR: near "SELECT": syntax error
