-- Windows see the rows of a sorted subquery in its order, whatever sorts the results.

CREATE TABLE t(a INTEGER PRIMARY KEY, b);
INSERT INTO t VALUES(19,'first'),(3,'second');
CREATE VIEW v AS SELECT NULL a, b FROM t ORDER BY b;

SELECT NULL UNION SELECT lead(b,0) OVER () FROM v GROUP BY a;
----
NULL
'first'

SELECT row_number() OVER (), b FROM v ORDER BY b DESC;
----
2|'second'
1|'first'

SELECT group_concat(b) OVER (ROWS 1 PRECEDING), b FROM v ORDER BY 1;
----
'first'|'first'
'first,second'|'second'

SELECT first_value(v.b) OVER (), t.b FROM v, t ORDER BY 1, 2;
----
'first'|'first'
'first'|'first'
'first'|'second'
'first'|'second'
