-- What a virtual table is asked to sort by may have a collation and no column.

VALUES(3, '1.0'), (2, 'd6') EXCEPT SELECT NULL, NULL FROM jsonb_tree;
----
2|'d6'
3|'1.0'

SELECT DISTINCT NULL COLLATE nocase FROM json_each('[1,2]');
----
NULL

SELECT value FROM json_each('["b","A"]') ORDER BY NULL COLLATE nocase, value COLLATE nocase;
----
'A'
'b'
