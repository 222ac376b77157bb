-- json_array_length, json_type, json_pretty.
-- covers: json_array_length json_type json_pretty

SELECT json_array_length('[1,2,3]'), json_array_length('[]'), json_array_length('{"a":[1,2]}'), json_array_length('{"a":[1,2]}', '$.a'), json_array_length('[1]', '$[5]'), json_array_length('1'), json_array_length(NULL), json_array_length('[1]', NULL), json_array_length(jsonb('[1,[2]]'));
----
3|0|0|2|NULL|0|NULL|NULL|2

SELECT json_array_length('[');
----
error ERROR: malformed JSON

SELECT json_array_length('[]', 'x');
----
error ERROR: bad JSON path: 'x'

SELECT json_array_length();
----
error ERROR: wrong number of arguments to function json_array_length()

SELECT value, json_type(value, '$'), json_type('{"a":' || atom || '}', '$.a') FROM json_each('["1","1.5","\"x\"","null","true","false","[]","{}"]');
----
'1'|'integer'|'integer'
'1.5'|'real'|'real'
'"x"'|'text'|'text'
'null'|'null'|'null'
'true'|'true'|'true'
'false'|'false'|'false'
'[]'|'array'|'array'
'{}'|'object'|'object'

SELECT json_type('{"a":1}', '$.b'), json_type(NULL), json_type('1', NULL), json_type(1), json_type(jsonb('{"a":[]}'), '$.a'), json_type('0x1F'), json_type('Infinity'), json_type('''x''');
----
NULL|NULL|NULL|'integer'|'array'|'integer'|'real'|'text'

SELECT json_type('x');
----
error ERROR: malformed JSON

SELECT json_type();
----
error ERROR: wrong number of arguments to function json_type()

SELECT json_pretty('{"a":1,"b":[1,2,{"c":[]}],"d":{},"e":"x"}');
----
unistr('{\u000a    "a": 1,\u000a    "b": [\u000a        1,\u000a        2,\u000a        {\u000a            "c": []\u000a        }\u000a    ],\u000a    "d": {},\u000a    "e": "x"\u000a}')

SELECT json_pretty('[1,[2,3]]', '--'), json_pretty('[1]', ''), json_pretty('[1]', NULL), json_pretty('1'), json_pretty('[]'), json_pretty('{}'), json_pretty(NULL), json_pretty(jsonb('[1]')), json_pretty('{a:''b''}'), json_pretty('[1]', 2);
----
unistr('[\u000a--1,\u000a--[\u000a----2,\u000a----3\u000a--]\u000a]')|unistr('[\u000a1\u000a]')|unistr('[\u000a    1\u000a]')|'1'|'[]'|'{}'|NULL|unistr('[\u000a    1\u000a]')|unistr('{\u000a    "a": "b"\u000a}')|unistr('[\u000a21\u000a]')

SELECT json_pretty('[');
----
error ERROR: malformed JSON

SELECT json_pretty();
----
error ERROR: wrong number of arguments to function json_pretty()
