-- json_extract(X,P,...), X -> P, X ->> P: parts of JSON.
-- covers: json_extract jsonb_extract -> ->>

CREATE TABLE v(p);
INSERT INTO v VALUES ('$'), ('$.a'), ('$.a.b'), ('$.c'), ('$.c[0]'), ('$.c[2]'), ('$.c[#-1]'), ('$.c[#]'), ('$.c[#-9]'), ('$.c[99]'), ('$.d'), ('$."d e"'), ('$."a"'), ('$.f'), ('$.g'), ('$.h'), ('$.i'), ('$.nosuch'), ('$.nosuch.deeper'), ('$.c.x'), ('$.a[0]'), ('$[0]'), ('$.c[1].x'), ('$.""'), ('$.k\u0062'), ('$."k\u0062"'), ('$.a."b"'), (NULL);
SELECT p, json_extract(j, p), typeof(json_extract(j, p)), subtype(json_extract(j, p)), hex(jsonb_extract(j, p)), j -> p, j ->> p FROM v, (SELECT '{"a":{"b":7},"c":[1,{"x":2.5},"three"],"d e":"de","f":null,"g":true,"h":false,"i":"q\"t\u0041","":0,"kb":"KB","kb":2}' AS j);
----
'$'|'{"a":{"b":7},"c":[1,{"x":2.5},"three"],"d e":"de","f":null,"g":true,"h":false,"i":"q\"t\u0041","":0,"kb":"KB","kb":2}'|'text'|74|'CC4517614C176213371763CB0F13316C177835322E35577468726565376420652764651766001767011768021769A8715C22745C7530303431071330276B62274B42276B621332'|'{"a":{"b":7},"c":[1,{"x":2.5},"three"],"d e":"de","f":null,"g":true,"h":false,"i":"q\"t\u0041","":0,"kb":"KB","kb":2}'|'{"a":{"b":7},"c":[1,{"x":2.5},"three"],"d e":"de","f":null,"g":true,"h":false,"i":"q\"t\u0041","":0,"kb":"KB","kb":2}'
'$.a'|'{"b":7}'|'text'|74|'4C17621337'|'{"b":7}'|'{"b":7}'
'$.a.b'|7|'integer'|0|'37'|'7'|7
'$.c'|'[1,{"x":2.5},"three"]'|'text'|74|'CB0F13316C177835322E35577468726565'|'[1,{"x":2.5},"three"]'|'[1,{"x":2.5},"three"]'
'$.c[0]'|1|'integer'|0|'31'|'1'|1
'$.c[2]'|'three'|'text'|0|'7468726565'|'"three"'|'three'
'$.c[#-1]'|'three'|'text'|0|'7468726565'|'"three"'|'three'
'$.c[#]'|NULL|'null'|0|''|NULL|NULL
'$.c[#-9]'|NULL|'null'|0|''|NULL|NULL
'$.c[99]'|NULL|'null'|0|''|NULL|NULL
'$.d'|NULL|'null'|0|''|NULL|NULL
'$."d e"'|'de'|'text'|0|'6465'|'"de"'|'de'
'$."a"'|'{"b":7}'|'text'|74|'4C17621337'|'{"b":7}'|'{"b":7}'
'$.f'|NULL|'null'|0|''|'null'|NULL
'$.g'|1|'integer'|0|'31'|'true'|1
'$.h'|0|'integer'|0|'30'|'false'|0
'$.i'|'q"tA'|'text'|0|'71227441'|'"q\"t\u0041"'|'q"tA'
'$.nosuch'|NULL|'null'|0|''|NULL|NULL
'$.nosuch.deeper'|NULL|'null'|0|''|NULL|NULL
'$.c.x'|NULL|'null'|0|''|NULL|NULL
'$.a[0]'|NULL|'null'|0|''|NULL|NULL
'$[0]'|NULL|'null'|0|''|NULL|NULL
'$.c[1].x'|2.5|'real'|0|'322E35'|'2.5'|2.5
'$.""'|0|'integer'|0|'30'|'0'|0
'$.k\u0062'|NULL|'null'|0|''|NULL|NULL
'$."k\u0062"'|'KB'|'text'|0|'4B42'|'"KB"'|'KB'
'$.a."b"'|7|'integer'|0|'37'|'7'|7
NULL|NULL|'null'|0|''|NULL|NULL

-- Words and numbers on the right of an arrow are names and indexes.
SELECT '{"a":1,"b":[2,3]}' -> 'a', '{"a":1,"b":[2,3]}' ->> 'b', '[1,2,3]' -> 1, '[1,2,3]' ->> -1, '[1,2,3]' -> 5, '{"1":"x"}' -> '1', '{"1":"x"}' -> 1, '[1,2]' -> '1', '{"a.b":1}' -> 'a.b', '{"a":{"b":2}}' -> 'a' -> 'b', '{"[0]":1}' -> '[0]', '{"":5}' -> '', '[1,2]' -> '#-1', '[[1]]' -> '$[0]', '{"a":1}' -> NULL, NULL -> 'a', '[1,2,3]' -> 1.9, '[1,2]' -> x'30';
----
error ERROR: bad JSON path: ''

-- Several paths make an array.
SELECT json_extract('{"a":1,"b":[2]}', '$.a', '$.b', '$.c'), json_extract('[1,2]', '$[0]', NULL), json_extract('{}'), json_extract('{}', '$', '$'), hex(jsonb_extract('{"a":1}', '$.a', '$.b'));
----
'[1,[2],null]'|NULL|NULL|'[{},{}]'|'3B133100'

SELECT json_extract(NULL, '$'), json_extract(1, '$'), json_extract('"x"', '$'), json_extract(jsonb('{"a":[1]}'), '$.a[0]'), json_extract('{a:0x10,b:.5,c:Infinity,d:+1}', '$.a', '$.b', '$.c', '$.d');
----
NULL|1|'x'|1|'[16,0.5,9e999,1]'

SELECT json_extract('{"a":1e400,"b":123456789012345678901234567890,"c":-0.0,"d":9223372036854775807,"e":9223372036854775808}', '$.a'), '{"b":123456789012345678901234567890}' ->> 'b', '{"c":-0.0}' ->> 'c', '{"d":9223372036854775807}' ->> 'd', '{"e":9223372036854775808}' ->> 'e', '{"x":1.0}' ->> 'x', '{"x":1e2}' ->> 'x';
----
Inf|1.2345678901234568e+29|0.0|9223372036854775807|9.2233720368547758e+18|1.0|100.0

SELECT json_extract('{', '$');
----
error ERROR: malformed JSON

SELECT json_extract('{}', 'a');
----
error ERROR: bad JSON path: 'a'

SELECT json_extract('{}', '');
----
error ERROR: bad JSON path: ''

SELECT json_extract('{}', '$.');
----
error ERROR: bad JSON path: '$.'

SELECT json_extract('{}', '$[');
----
NULL

SELECT json_extract('{}', '$[x]');
----
NULL

SELECT json_extract('[]', '$[#-]');
----
error ERROR: bad JSON path: '$[#-]'

SELECT json_extract('{}', '$a');
----
error ERROR: bad JSON path: '$a'

SELECT json_extract('{}', '$."a');
----
error ERROR: bad JSON path: '$."a'

SELECT '{' -> 'a';
----
error ERROR: malformed JSON

SELECT '{}' ->> '$x';
----
error ERROR: bad JSON path: '$x'

SELECT json_extract();
----
NULL

-- A hexadecimal number beyond 63 bits is the number that stands there.
SELECT json_extract('{a:0x7fffffffffffffff,b:0x8000000000000000,c:-0xffffffffffffffff}', '$.a'), '[0x8000000000000000]'->>0, '{c:-0xffffffffffffffff}'->>'c', (SELECT value FROM json_each('[0xffffffffffffffff]'));
----
9223372036854775807|9.2233720368547758e+18|-1.8446744073709552e+19|1.8446744073709552e+19
