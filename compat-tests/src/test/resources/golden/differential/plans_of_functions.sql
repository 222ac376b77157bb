-- Which of two table-valued functions comes first: a JSON function that is given its document costs least, a pragma that is given no argument most.

CREATE TABLE t(b);
CREATE VIEW broken AS SELECT nosuch FROM t;

-- The pragma is run, and fails, although json_each gives no row.
SELECT NULL FROM json_each('{}') JOIN pragma_table_xinfo('broken');
----
error ERROR: no such column: nosuch

SELECT name FROM pragma_table_info('t', 'main');
----
'b'

SELECT count(*) FROM pragma_table_info('t', 'temp');
----
0

SELECT m.name, i.name FROM pragma_table_list m, pragma_table_info(m.name, m.schema) i WHERE m.schema='main' AND m.name='t';
----
't'|'b'
