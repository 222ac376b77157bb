-- A compound compares by the collation of its leftmost arm that has one. Constant rows of a VALUES are computed beside the query, as the rows of a table
-- whose columns have the collation of the first row, or BINARY; one row alone has none.

CREATE TABLE t(d);
INSERT INTO t VALUES('a'),('A');

VALUES(1),(2) UNION SELECT d COLLATE NOCASE FROM t;
----
1
2
'A'
'a'

VALUES(1),(2) EXCEPT SELECT NULL COLLATE NOCASE UNION SELECT d FROM t;
----
1
2
'A'
'a'

VALUES(1) UNION SELECT d COLLATE NOCASE FROM t;
----
1
'a'

SELECT 3 UNION ALL VALUES(1),(2) UNION SELECT 1 COLLATE NOCASE UNION SELECT d FROM t;
----
1
2
3
'A'
'a'

VALUES(1 COLLATE NOCASE),(2) UNION SELECT d FROM t;
----
1
2
'a'

VALUES(1),(2 COLLATE NOCASE) UNION SELECT d FROM t;
----
1
2
'A'
'a'

-- With a WITH, or with rows that are not constant, they are arms of a compound.
WITH c AS (VALUES(3)) VALUES(1),(2) UNION SELECT d COLLATE NOCASE FROM t;
----
1
2
'a'

VALUES(1),(random()*0) UNION SELECT d COLLATE NOCASE FROM t;
----
0
1
'a'
