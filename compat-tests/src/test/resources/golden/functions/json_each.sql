-- json_each, json_tree, jsonb_each, jsonb_tree: the elements of JSON as rows.
-- covers: json_each json_tree jsonb_each jsonb_tree

SELECT key, value, type, atom, id, parent, fullkey, path FROM json_each('{"a":1,"b":[true,null],"c d":{"x":"y"},"":2.5}');
----
'a'|1|'integer'|1|2|NULL|'$.a'|'$'
'b'|'[true,null]'|'array'|NULL|6|NULL|'$.b'|'$'
'c d'|'{"x":"y"}'|'object'|NULL|11|NULL|'$."c d"'|'$'
''|2.5|'real'|2.5|20|NULL|'$.""'|'$'

SELECT key, value, type, atom, id, parent, fullkey, path FROM json_tree('{"a":1,"b":[true,null],"c d":{"x":"y"},"":2.5}');
----
NULL|'{"a":1,"b":[true,null],"c d":{"x":"y"},"":2.5}'|'object'|NULL|0|NULL|'$'|'$'
'a'|1|'integer'|1|2|0|'$.a'|'$'
'b'|'[true,null]'|'array'|NULL|6|0|'$.b'|'$'
0|1|'true'|1|9|6|'$.b[0]'|'$.b'
1|NULL|'null'|NULL|10|6|'$.b[1]'|'$.b'
'c d'|'{"x":"y"}'|'object'|NULL|11|0|'$."c d"'|'$'
'x'|'y'|'text'|'y'|16|11|'$."c d".x'|'$."c d"'
''|2.5|'real'|2.5|20|0|'$.""'|'$'

SELECT key, value, type, atom, id, parent, fullkey, path FROM json_each('[10,"x",[],{}]');
----
0|10|'integer'|10|1|NULL|'$[0]'|'$'
1|'x'|'text'|'x'|4|NULL|'$[1]'|'$'
2|'[]'|'array'|NULL|6|NULL|'$[2]'|'$'
3|'{}'|'object'|NULL|7|NULL|'$[3]'|'$'

SELECT key, value, type, atom, id, parent, fullkey, path FROM json_tree('[10,[20,[30]]]', '$[1]');
----
1|'[20,[30]]'|'array'|NULL|4|NULL|'$[1]'|'$'
0|20|'integer'|20|5|4|'$[1][0]'|'$[1]'
1|'[30]'|'array'|NULL|8|4|'$[1][1]'|'$[1]'
0|30|'integer'|30|9|8|'$[1][1][0]'|'$[1][1]'

SELECT key, value, type, atom, id, parent, fullkey, path FROM json_each('{"a":{"b":[1,2]}}', '$.a.b');
----
0|1|'integer'|1|7|NULL|'$.a.b[0]'|'$.a.b'
1|2|'integer'|2|9|NULL|'$.a.b[1]'|'$.a.b'

SELECT key, value, type, atom, id, parent, fullkey, path FROM json_tree('{"a":{"b":[1,2]}}', '$.a');
----
'a'|'{"b":[1,2]}'|'object'|NULL|1|NULL|'$.a'|'$'
'b'|'[1,2]'|'array'|NULL|4|1|'$.a.b'|'$.a'
0|1|'integer'|1|7|4|'$.a.b[0]'|'$.a.b'
1|2|'integer'|2|9|4|'$.a.b[1]'|'$.a.b'

SELECT key, value, type, fullkey FROM json_each('5');
----
NULL|5|'integer'|'$'

SELECT key, value, type, fullkey FROM json_tree('"x"');
----
NULL|'x'|'text'|'$'

SELECT count(*) FROM json_each(NULL);
----
0

SELECT count(*) FROM json_each('{}', NULL);
----
0

SELECT count(*) FROM json_each('{"a":1}', '$.nosuch');
----
0

SELECT key, hex(value), type, hex(atom) FROM jsonb_each('{"a":1,"b":[true],"c":"x"}');
----
'a'|'31'|'integer'|'31'
'b'|'1B01'|'array'|''
'c'|'78'|'text'|'78'

SELECT fullkey, hex(value), type FROM jsonb_tree('{"a":1,"b":[true],"c":"x"}');
----
'$'|'CC0C1761133117621B0117631778'|'object'
'$.a'|'31'|'integer'
'$.b'|'1B01'|'array'
'$.b[0]'|'31'|'true'
'$.c'|'78'|'text'

SELECT typeof(value), subtype(value), typeof(atom), typeof(key) FROM json_each('[1,2.5,"x",null,true,[1],{"a":1}]');
----
'integer'|0|'integer'|'integer'
'real'|0|'real'|'integer'
'text'|0|'text'|'integer'
'null'|0|'null'|'integer'
'integer'|0|'integer'|'integer'
'text'|74|'null'|'integer'
'text'|74|'null'|'integer'

SELECT json, root, key FROM json_each('[7]');
----
'[7]'|'$'|0

SELECT j.key, k.value FROM json_each('{"a":[1,2],"b":[3]}') j, json_each(j.value) k;
----
'a'|1
'a'|2
'b'|3

SELECT t.x, e.value FROM (SELECT 1 AS x, '[5,6]' AS j UNION ALL SELECT 2, '[]' UNION ALL SELECT 3, NULL) t LEFT JOIN json_each(t.j) e;
----
1|5
1|6
2|NULL
3|NULL

SELECT rowid, key FROM json_each('[5,6]');
----
0|0
1|1

SELECT fullkey FROM json_tree('{"a b":{"c\"d":1,"e.f":2,"g[0]":3,"h''i":4,"1j":5,"_k":6}}');
----
'$'
'$."a b"'
'$."a b"."c\"d"'
'$."a b"."e.f"'
'$."a b"."g[0]"'
'$."a b"."h''i"'
'$."a b"."1j"'
'$."a b"."_k"'

SELECT * FROM json_each('[');
----
error ERROR: malformed JSON

SELECT * FROM json_each('{}', 'x');
----
error ERROR: bad JSON path: 'x'

SELECT * FROM json_each;

SELECT count(*) FROM json_each('[1,2,3]') WHERE key > 0 AND value IN (2, 3);
----
2

SELECT * FROM json_each(jsonb('[1,{"a":2}]'));
----
0|1|'integer'|1|1|NULL|'$[0]'|'$'
1|'{"a":2}'|'object'|NULL|3|NULL|'$[1]'|'$'

SELECT * FROM json_each(x'ff');
----
error ERROR: malformed JSON

SELECT value FROM json_each('[3,1,2]') ORDER BY value DESC LIMIT 2;
----
3
2

SELECT * FROM json_each('[]', '$', 3);
----
error ERROR: too many arguments on json_each() - max 2

UPDATE json_each SET value = 1;
----
error ERROR: table json_each may not be modified

-- The document is text unless it is JSONB.
SELECT typeof(json), quote(json) FROM json_each(5);
----
'text'|'''5'''

SELECT typeof(json), quote(json) FROM json_each(5.50);
----
'text'|'''5.5'''

-- utf8: C SQLite reads JSON text in a blob as text of the database's encoding, we as UTF-8
SELECT typeof(json), quote(json) FROM json_each(x'5b315d');
----
'text'|'''[1]'''

SELECT typeof(json), quote(json) FROM json_each(jsonb('[1]'));
----
'blob'|'X''2B1331'''

-- What is wrong with the document is told before the path is looked at.
SELECT count(*) FROM json_each('[1', NULL);
----
error ERROR: malformed JSON

SELECT count(*) FROM json_tree('[1]', NULL);
----
0

-- The rows are numbered as they come.
SELECT rowid, value FROM json_each('[3,1,2]') ORDER BY rowid;
----
0|3
1|1
2|2

SELECT rowid, fullkey FROM json_tree('[3,[1,2]]') ORDER BY rowid DESC;
----
4|'$[1][1]'
3|'$[1][0]'
2|'$[1]'
1|'$[0]'
0|'$'

SELECT e.rowid, value FROM json_each('{"b":1,"a":2}') AS e ORDER BY e.rowid, key;
----
0|1
1|2
