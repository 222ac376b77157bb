-- Rows of a compound are compared by the collation of the leftmost arm that has one, among those up to the operator: an arm that is appended by UNION ALL has no say.

CREATE TABLE t(a COLLATE NOCASE, b);

INSERT INTO t VALUES('a', 'a'), ('A', 'A'), ('b', 'b');

SELECT b FROM t EXCEPT SELECT 'x' UNION ALL SELECT a FROM t;
----
'A'
'a'
'b'
'a'
'A'
'b'

SELECT b||'' FROM t UNION SELECT 'x'||b FROM t UNION ALL SELECT a FROM t;
----
'A'
'a'
'b'
'xA'
'xa'
'xb'
'a'
'A'
'b'

SELECT b||'' FROM t UNION SELECT 'x'||b FROM t UNION SELECT a FROM t;
----
'a'
'b'
'xa'
'xb'

SELECT b||'', 1 FROM t UNION SELECT 'x'||b, 1 FROM t UNION ALL SELECT a, 2 FROM t ORDER BY 2;
----
'A'|1
'a'|1
'b'|1
'xA'|1
'xa'|1
'xb'|1
'a'|2
'A'|2
'b'|2
