-- json_array, json_object, json_quote, json_group_array, json_group_object: JSON of values; and the same with jsonb.
-- covers: json_array json_object json_quote json_group_array json_group_object jsonb_array jsonb_object jsonb_group_array jsonb_group_object

SELECT json_array(), json_array(1, 2.5, 'x', NULL, json('[1]'), '[1]', json('null')), json_array(json_array(1), json_object('a', 1)), hex(jsonb_array(1, 'x')), json(jsonb_array(jsonb('[1]'), 2)), subtype(json_array());
----
'[]'|'[1,2.5,"x",null,[1],"[1]",null]'|'[[1],{"a":1}]'|'4B13311778'|'[[1],2]'|74

SELECT json_object(), json_object('a', 1, 'b', NULL, 'c', json('{}'), 'a', 2), json_object('q"', 'r"'), hex(jsonb_object('a', 1)), json_object('', '');
----
'{}'|'{"a":1,"b":null,"c":{},"a":2}'|'{"q\"":"r\""}'|'4C17611331'|'{"":""}'

SELECT json_object(1, 2);
----
error ERROR: json_object() labels must be TEXT

SELECT json_object(NULL, 2);
----
error ERROR: json_object() labels must be TEXT

SELECT json_object('a');
----
error ERROR: json_object() requires an even number of arguments

SELECT json_array(x'00');
----
'[null]'

SELECT json_object('a', x'00');
----
'{"a":null}'

SELECT json_quote('a"b\c'), json_quote(1), json_quote(1.5), json_quote(NULL), json_quote(json('[1]')), json_quote(''), json_quote(char(10) || char(9) || char(1) || char(127) || 'ä😀/'), json_quote(9e999), json_quote(-0.0), json_quote(1e20);
----
'"a\"b\\c"'|'1'|'1.5'|'null'|'[1]'|'""'|unistr('"\\n\\t\\u0001\u007fä😀/"')|'9.0e+999'|'0.0'|'1.0e+20'

SELECT json_quote(x'00');
----
'null'

SELECT json_quote();
----
error ERROR: wrong number of arguments to function json_quote()

CREATE TABLE t(g, k, v);
INSERT INTO t VALUES(1, 'a', 1), (1, 'b', 'x'), (2, 'c', NULL), (2, 'a', 2.5), (1, 'a', '[1]'), (3, NULL, 7);
SELECT g, json_group_array(v), json_group_array(k), json(jsonb_group_array(v)) FROM t GROUP BY g;
----
1|'[1,"x","[1]"]'|'["a","b","a"]'|'[1,"x","[1]"]'
2|'[null,2.5]'|'["c","a"]'|'[null,2.5]'
3|'[7]'|'[null]'|'[7]'

SELECT json_group_array(DISTINCT g), json_group_array(v ORDER BY k DESC), json_group_array(v) FILTER (WHERE g = 1), json_group_array(json_array(g, k)) FROM t;
----
'[1,2,3]'|'[null,"x",1,2.5,"[1]",7]'|'[1,"x","[1]"]'|'[[1,"a"],[1,"b"],[2,"c"],[2,"a"],[1,"a"],[3,null]]'

SELECT json_group_object(k, v), json(jsonb_group_object(k, v)) FROM t WHERE k IS NOT NULL;
----
'{"a":1,"b":"x","c":null,"a":2.5,"a":"[1]"}'|'{"a":1,"b":"x","c":null,"a":2.5,"a":"[1]"}'

SELECT json_group_object(k, v) FROM t;
----
'{"a":1,"b":"x","c":null,"a":2.5,"a":"[1]"}'

SELECT json_group_array(v), json_group_object(k, v), hex(jsonb_group_array(v)) FROM t WHERE 0;
----
'[]'|'{}'|'0B'

SELECT g, json_group_array(v) OVER (ORDER BY g, k ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), json_group_object(g, v) OVER (PARTITION BY g ORDER BY k) FROM t ORDER BY g, k;
----
1|'[1,"[1]"]'|'{"1":1,"1":"[1]"}'
1|'[1,"[1]","x"]'|'{"1":1,"1":"[1]"}'
1|'["[1]","x",2.5]'|'{"1":1,"1":"[1]","1":"x"}'
2|'["x",2.5,null]'|'{"2":2.5}'
2|'[2.5,null,7]'|'{"2":2.5,"2":null}'
3|'[null,7]'|'{"3":7}'

SELECT json_group_array(x'00');
----
'[null]'

SELECT json_group_array();
----
error ERROR: wrong number of arguments to function json_group_array()

SELECT json_group_object(1);
----
error ERROR: wrong number of arguments to function json_group_object()

SELECT json_group_array(json(v)) FROM t WHERE v = '[1]' OR v = 1;
----
'[1,[1]]'
