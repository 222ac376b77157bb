-- An index made after ANALYZE makes the planner count on more rows in a small table, and so an index that has the columns is scanned.

CREATE TABLE t(b, d TEXT, e, PRIMARY KEY(d));

INSERT INTO t VALUES(1, 'c', 3), (2, 'a  ', 2), (3, 'a', 1);

ANALYZE;

SELECT d FROM t;
----
'c'
'a  '
'a'

SELECT 'b' || d FROM t UNION SELECT NULL COLLATE RTRIM;
----
NULL
'ba  '
'bc'

CREATE INDEX te ON t(e);

SELECT d FROM t;
----
'a'
'a  '
'c'

SELECT 'b' || d FROM t UNION SELECT NULL COLLATE RTRIM;
----
NULL
'ba'
'bc'

EXPLAIN QUERY PLAN SELECT d FROM t;
----
2|0|30|'SCAN t USING COVERING INDEX sqlite_autoindex_t_1'

EXPLAIN QUERY PLAN SELECT e FROM t;
----
2|0|109|'SCAN t USING COVERING INDEX te'

DROP INDEX te;

CREATE INDEX tp ON t(e) WHERE b > 1;

EXPLAIN QUERY PLAN SELECT d FROM t;
----
2|0|30|'SCAN t USING COVERING INDEX sqlite_autoindex_t_1'

EXPLAIN QUERY PLAN SELECT e FROM t WHERE b > 1;
----
3|0|112|'SCAN t USING INDEX tp'

ANALYZE;

SELECT d FROM t;
----
'c'
'a  '
'a'
