-- Functions and queries among the results are computed after a subquery with ORDER BY is sorted; with other results the subquery becomes part of the query.

SELECT json_array(x) FROM (SELECT value x FROM json_each('[[1],[2],{"a":3},4]') ORDER BY 1);
----
'[4]'
'["[1]"]'
'["[2]"]'
'["{\"a\":3}"]'

SELECT x FROM (SELECT json_array(value) x FROM json_each('[[1],[2],{"a":3},4]') ORDER BY value);
----
'[4]'
'[[1]]'
'[[2]]'
'[{"a":3}]'

SELECT y FROM (SELECT json_array(x) y FROM (SELECT value x FROM json_each('[[1],[2],{"a":3},4]') ORDER BY 1));
----
'[4]'
'[[1]]'
'[[2]]'
'[{"a":3}]'

SELECT json_array(y) FROM (SELECT x y FROM (SELECT value x FROM json_each('[[1],[2],{"a":3},4]') ORDER BY 1));
----
'[4]'
'["[1]"]'
'["[2]"]'
'["{\"a\":3}"]'

SELECT json_array(x) FROM (SELECT value x FROM json_each('[[1],[2],{"a":3},4]') ORDER BY 1) ORDER BY x;
----
'[4]'
'[[1]]'
'[[2]]'
'[{"a":3}]'
