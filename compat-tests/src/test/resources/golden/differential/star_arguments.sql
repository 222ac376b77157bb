-- A star in a call means no arguments: it is right wherever a function may be called without any.

SELECT sqlite_version(*) LIKE '3%', changes(*), round(pi(*), 3), typeof(random(*)), date(*) > '2000', json_array(*), json_object(*), quote(printf(*));
----
1|0|3.142|'integer'|1|'[]'|'{}'|'NULL'

SELECT rank(*) OVER (), row_number(*) OVER (), count(*) OVER ();
----
1|1|1

CREATE TABLE t(a, b AS (json_array(*)), CHECK(typeof(random(*)) = 'integer'));
INSERT INTO t(a) VALUES(1);
SELECT * FROM t;
----
1|'[]'

SELECT length(*);
----
error ERROR: wrong number of arguments to function length()

SELECT max(*);
----
error ERROR: wrong number of arguments to function max()

SELECT sum(*);
----
error ERROR: wrong number of arguments to function sum()

SELECT group_concat(*);
----
error ERROR: wrong number of arguments to function group_concat()

SELECT ntile(*) OVER ();
----
error ERROR: wrong number of arguments to function ntile()

SELECT nosuch(*);
----
error ERROR: no such function: nosuch

SELECT pi(*) OVER ();
----
error ERROR: pi() may not be used as a window function

SELECT pi(*) FILTER (WHERE 1);
----
error ERROR: FILTER may not be used with non-aggregate pi()

SELECT char(*) IS NULL, length(concat(*));
----
error ERROR: wrong number of arguments to function concat()

SELECT coalesce(*);
----
error ERROR: wrong number of arguments to function coalesce()
