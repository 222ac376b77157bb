-- Arrays and objects in the column value are marked as JSON, by jsonb_each and jsonb_tree too.

SELECT subtype(value), subtype(atom), subtype(key), subtype(json) FROM json_each('[[],{},1,"a"]');
----
74|0|0|0
74|0|0|0
0|0|0|0
0|0|0|0

SELECT subtype(value), subtype(atom), subtype(key), subtype(json) FROM jsonb_each('[[],{},1,"a"]');
----
74|0|0|0
74|0|0|0
0|0|0|0
0|0|0|0

SELECT subtype(value), subtype(atom), subtype(json) FROM jsonb_tree('[[],{},1,"a"]');
----
74|0|0
74|0|0
74|0|0
0|0|0
0|0|0

SELECT json_array(value), json_quote(value), hex(value||'') FROM jsonb_each('[[],{},[[]],1,"a"]');
----
'[[]]'|'[]'|'0B'
'[{}]'|'{}'|'0C'
'[[[]]]'|'[[]]'|'1B0B'
'[1]'|'1'|'31'
'["a"]'|'"a"'|'61'
