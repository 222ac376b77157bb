-- concat(X,...), concat_ws(SEP,X,...): texts one after the other, without those that are NULL.
-- covers: concat concat_ws

-- utf8: a blob is read as UTF-8.
SELECT concat('a', 1, 2.5, NULL, 'b'), concat(NULL), concat(''), typeof(concat(NULL)), concat(x'41', 'b'), hex(concat('a', char(0), 'b'));
----
'a12.5b'|''|''|'text'|'Ab'|'610062'

SELECT concat_ws(',', 'a', NULL, 'b', '', 3), concat_ws(NULL, 'a', 'b'), concat_ws(',', NULL, NULL), concat_ws('', 1, 2), concat_ws(1, 2, 3), concat_ws('--', 'x');
----
'a,b,,3'|NULL|''|'12'|'213'|'x'

SELECT concat();
----
error ERROR: wrong number of arguments to function concat()

SELECT concat_ws();
----
error ERROR: wrong number of arguments to function concat_ws()

SELECT concat_ws(',');
----
error ERROR: wrong number of arguments to function concat_ws()
