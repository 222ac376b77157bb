-- json_insert, json_replace, json_set, json_remove, json_array_insert, json_patch, and the same with jsonb.
-- covers: json_insert json_replace json_set json_remove json_array_insert json_patch jsonb_insert jsonb_replace jsonb_set jsonb_remove jsonb_array_insert jsonb_patch

CREATE TABLE v(p);
INSERT INTO v VALUES ('$'), ('$.a'), ('$.b'), ('$.b[0]'), ('$.b[1]'), ('$.b[2]'), ('$.b[3]'), ('$.b[#]'), ('$.b[#-1]'), ('$.c'), ('$.c.d'), ('$.c.x'), ('$.new'), ('$.new.deeper'), ('$.new[0]'), ('$.new[#]'), ('$.new[1]'), ('$.a.x'), ('$.a[0]'), ('$."q r"'), ('$[0]'), (NULL);
SELECT p, json_insert(j, p, 99), json_replace(j, p, 99), json_set(j, p, 99) FROM v, (SELECT '{"a":1,"b":[1,2],"c":{"d":null}}' AS j);
----
'$'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'99'|'99'
'$.a'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":99,"b":[1,2],"c":{"d":null}}'|'{"a":99,"b":[1,2],"c":{"d":null}}'
'$.b'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":99,"c":{"d":null}}'|'{"a":1,"b":99,"c":{"d":null}}'
'$.b[0]'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[99,2],"c":{"d":null}}'|'{"a":1,"b":[99,2],"c":{"d":null}}'
'$.b[1]'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,99],"c":{"d":null}}'|'{"a":1,"b":[1,99],"c":{"d":null}}'
'$.b[2]'|'{"a":1,"b":[1,2,99],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2,99],"c":{"d":null}}'
'$.b[3]'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$.b[#]'|'{"a":1,"b":[1,2,99],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2,99],"c":{"d":null}}'
'$.b[#-1]'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,99],"c":{"d":null}}'|'{"a":1,"b":[1,99],"c":{"d":null}}'
'$.c'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":99}'|'{"a":1,"b":[1,2],"c":99}'
'$.c.d'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":99}}'|'{"a":1,"b":[1,2],"c":{"d":99}}'
'$.c.x'|'{"a":1,"b":[1,2],"c":{"d":null,"x":99}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null,"x":99}}'
'$.new'|'{"a":1,"b":[1,2],"c":{"d":null},"new":99}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null},"new":99}'
'$.new.deeper'|'{"a":1,"b":[1,2],"c":{"d":null},"new":{"deeper":99}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null},"new":{"deeper":99}}'
'$.new[0]'|'{"a":1,"b":[1,2],"c":{"d":null},"new":[99]}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null},"new":[99]}'
'$.new[#]'|'{"a":1,"b":[1,2],"c":{"d":null},"new":[99]}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null},"new":[99]}'
'$.new[1]'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$.a.x'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$.a[0]'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$."q r"'|'{"a":1,"b":[1,2],"c":{"d":null},"q r":99}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null},"q r":99}'
'$[0]'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
NULL|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'

SELECT p, json_remove(j, p), json(jsonb_insert(j, p, 'x')), json(jsonb_replace(j, p, 2.5)), json(jsonb_set(j, p, NULL)), json(jsonb_remove(j, p)) FROM v, (SELECT '{"a":1,"b":[1,2],"c":{"d":null}}' AS j) WHERE p IS NOT '$';
----
'$.a'|'{"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":2.5,"b":[1,2],"c":{"d":null}}'|'{"a":null,"b":[1,2],"c":{"d":null}}'|'{"b":[1,2],"c":{"d":null}}'
'$.b'|'{"a":1,"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":2.5,"c":{"d":null}}'|'{"a":1,"b":null,"c":{"d":null}}'|'{"a":1,"c":{"d":null}}'
'$.b[0]'|'{"a":1,"b":[2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[2.5,2],"c":{"d":null}}'|'{"a":1,"b":[null,2],"c":{"d":null}}'|'{"a":1,"b":[2],"c":{"d":null}}'
'$.b[1]'|'{"a":1,"b":[1],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2.5],"c":{"d":null}}'|'{"a":1,"b":[1,null],"c":{"d":null}}'|'{"a":1,"b":[1],"c":{"d":null}}'
'$.b[2]'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2,"x"],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2,null],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$.b[3]'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$.b[#]'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2,"x"],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2,null],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$.b[#-1]'|'{"a":1,"b":[1],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2.5],"c":{"d":null}}'|'{"a":1,"b":[1,null],"c":{"d":null}}'|'{"a":1,"b":[1],"c":{"d":null}}'
'$.c'|'{"a":1,"b":[1,2]}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":2.5}'|'{"a":1,"b":[1,2],"c":null}'|'{"a":1,"b":[1,2]}'
'$.c.d'|'{"a":1,"b":[1,2],"c":{}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":2.5}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{}}'
'$.c.x'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null,"x":"x"}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null,"x":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$.new'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null},"new":"x"}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null},"new":null}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$.new.deeper'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null},"new":{"deeper":"x"}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null},"new":{"deeper":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$.new[0]'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null},"new":["x"]}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null},"new":[null]}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$.new[#]'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null},"new":["x"]}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null},"new":[null]}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$.new[1]'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$.a.x'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$.a[0]'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$."q r"'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null},"q r":"x"}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null},"q r":null}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
'$[0]'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'
NULL|NULL|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|'{"a":1,"b":[1,2],"c":{"d":null}}'|NULL

SELECT p, json_array_insert(j, p, 99), json(jsonb_array_insert(j, p, 99)) FROM (SELECT '{"a":1,"b":[1,2]}' AS j), v WHERE p LIKE '%[%' AND p NOT LIKE '%]_%';
----
'$.b[0]'|'{"a":1,"b":[99,1,2]}'|'{"a":1,"b":[99,1,2]}'
'$.b[1]'|'{"a":1,"b":[1,99,2]}'|'{"a":1,"b":[1,99,2]}'
'$.b[2]'|'{"a":1,"b":[1,2,99]}'|'{"a":1,"b":[1,2,99]}'
'$.b[3]'|'{"a":1,"b":[1,2]}'|'{"a":1,"b":[1,2]}'
'$.b[#]'|'{"a":1,"b":[1,2,99]}'|'{"a":1,"b":[1,2,99]}'
'$.b[#-1]'|'{"a":1,"b":[1,99,2]}'|'{"a":1,"b":[1,99,2]}'
'$.new[0]'|'{"a":1,"b":[1,2],"new":[99]}'|'{"a":1,"b":[1,2],"new":[99]}'
'$.new[#]'|'{"a":1,"b":[1,2],"new":[99]}'|'{"a":1,"b":[1,2],"new":[99]}'
'$.new[1]'|'{"a":1,"b":[1,2]}'|'{"a":1,"b":[1,2]}'
'$.a[0]'|'{"a":1,"b":[1,2]}'|'{"a":1,"b":[1,2]}'
'$[0]'|'{"a":1,"b":[1,2]}'|'{"a":1,"b":[1,2]}'

-- Kinds of values: JSON stays JSON only if it is marked so.
SELECT json_set('{}', '$.a', '[1]', '$.b', json('[1]'), '$.c', 1.5, '$.d', NULL, '$.e', 'x"y', '$.f', jsonb('{"z":1}'), '$.g', 9e999);
----
'{"a":"[1]","b":[1],"c":1.5,"d":null,"e":"x\"y","f":{"z":1},"g":9e999}'

SELECT json_set('{}', '$.a', x'00');
----
'{"a":null}'

SELECT json_set('[1]', '$[#]', 2, '$[#]', 3, '$[0]', 0), json_insert('{"a":1}', '$.a', 2, '$.b', 3), json_replace('{"a":1}', '$.a', 2, '$.b', 3), json_remove('[0,1,2,3]', '$[0]', '$[0]'), json_remove('{"a":1}', '$.a', '$.b'), json_remove('[1,2,3]', '$[#-1]', '$[#-1]');
----
'[0,2,3]'|'{"a":1,"b":3}'|'{"a":2}'|'[2,3]'|'{}'|'[1]'

SELECT json_set(NULL, '$.a', 1), json_set('{}', NULL, 1), json_remove(NULL, '$'), json_remove('{}', NULL), json_insert('{}'), json_remove('{}'), json_remove('{"a":1}', '$'), json_set('{"a":1}', '$', 5), hex(jsonb_remove('{"a":1}')), json_replace('1', '$', json('{}'));
----
NULL|'{}'|NULL|NULL|'{}'|'{}'|NULL|'5'|'4C17611331'|'{}'

SELECT json_set('{}', '$.a');
----
error ERROR: json_set() needs an odd number of arguments

SELECT json_set('{}', '$.a', 1, '$.b');
----
error ERROR: json_set() needs an odd number of arguments

SELECT json_insert('{', '$.a', 1);
----
error ERROR: malformed JSON

SELECT json_set('{}', 'a', 1);
----
error ERROR: bad JSON path: 'a'

SELECT json_remove('{}', 'a');
----
error ERROR: bad JSON path: 'a'

SELECT json_array_insert('[1]', '$', 2);
----
'[1]'

SELECT json_array_insert('{"a":1}', '$.a', 2);
----
error ERROR: not an array element: '$.a'

SELECT json_array_insert('{"a":1}', '$.a[0]', 2), json_array_insert('[]', '$[0]', 1), json_array_insert('[1]', '$[5]', 2), json_array_insert('{}', '$.a[0]', 2);
----
'{"a":1}'|'[1]'|'[1]'|'{"a":[2]}'

-- A merge patch: https://www.rfc-editor.org/rfc/rfc7396.
WITH t(a, b) AS (VALUES('{"a":"b"}', '{"a":"c"}'), ('{"a":"b"}', '{"b":"c"}'), ('{"a":"b"}', '{"a":null}'), ('{"a":"b","b":"c"}', '{"a":null}'), ('{"a":["b"]}', '{"a":"c"}'), ('{"a":"c"}', '{"a":["b"]}'), ('{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}'), ('{"a":[{"b":"c"}]}', '{"a":[1]}'), ('["a","b"]', '["c","d"]'), ('{"a":"b"}', '["c"]'), ('{"a":"foo"}', 'null'), ('{"a":"foo"}', '"bar"'), ('{"e":null}', '{"a":1}'), ('[1,2]', '{"a":"b","c":null}'), ('{}', '{"a":{"bb":{"ccc":null}}}'), ('1', '{}'), (NULL, '{}'), ('{}', NULL), ('{a:1}', '{b:{c:null,d:2}}'), ('{"a":1,"a":2}', '{"a":3}')) SELECT a, b, json_patch(a, b), json(jsonb_patch(a, b)) FROM t;
----
'{"a":"b"}'|'{"a":"c"}'|'{"a":"c"}'|'{"a":"c"}'
'{"a":"b"}'|'{"b":"c"}'|'{"a":"b","b":"c"}'|'{"a":"b","b":"c"}'
'{"a":"b"}'|'{"a":null}'|'{}'|'{}'
'{"a":"b","b":"c"}'|'{"a":null}'|'{"b":"c"}'|'{"b":"c"}'
'{"a":["b"]}'|'{"a":"c"}'|'{"a":"c"}'|'{"a":"c"}'
'{"a":"c"}'|'{"a":["b"]}'|'{"a":["b"]}'|'{"a":["b"]}'
'{"a":{"b":"c"}}'|'{"a":{"b":"d","c":null}}'|'{"a":{"b":"d"}}'|'{"a":{"b":"d"}}'
'{"a":[{"b":"c"}]}'|'{"a":[1]}'|'{"a":[1]}'|'{"a":[1]}'
'["a","b"]'|'["c","d"]'|'["c","d"]'|'["c","d"]'
'{"a":"b"}'|'["c"]'|'["c"]'|'["c"]'
'{"a":"foo"}'|'null'|'null'|'null'
'{"a":"foo"}'|'"bar"'|'"bar"'|'"bar"'
'{"e":null}'|'{"a":1}'|'{"e":null,"a":1}'|'{"e":null,"a":1}'
'[1,2]'|'{"a":"b","c":null}'|'{"a":"b"}'|'{"a":"b"}'
'{}'|'{"a":{"bb":{"ccc":null}}}'|'{"a":{"bb":{}}}'|'{"a":{"bb":{}}}'
'1'|'{}'|'{}'|'{}'
NULL|'{}'|NULL|NULL
'{}'|NULL|NULL|NULL
'{a:1}'|'{b:{c:null,d:2}}'|'{"a":1,"b":{"d":2}}'|'{"a":1,"b":{"d":2}}'
'{"a":1,"a":2}'|'{"a":3}'|'{"a":3,"a":2}'|'{"a":3,"a":2}'

SELECT json_patch('{', '{}');
----
error ERROR: malformed JSON

SELECT json_patch('{}', '{');
----
error ERROR: malformed JSON

SELECT json_patch('{}');
----
error ERROR: wrong number of arguments to function json_patch()

SELECT json_insert();
----
NULL

SELECT json_remove();
----
NULL
