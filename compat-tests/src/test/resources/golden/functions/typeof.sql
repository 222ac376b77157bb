-- typeof(X): null, integer, real, text or blob; subtype(X): what JSON functions mark their results with.
-- covers: typeof subtype

SELECT typeof(1), typeof(1.0), typeof('a'), typeof(x'00'), typeof(NULL), typeof(1 + 1.0), typeof('1' + 1), typeof(1 / 2), typeof(9223372036854775807 + 1), typeof(1 = 1), typeof(CAST('1' AS NUMERIC)), typeof(CAST(1 AS TEXT)), typeof(-9223372036854775808);
----
'integer'|'real'|'text'|'blob'|'null'|'real'|'integer'|'integer'|'real'|'integer'|'integer'|'text'|'integer'

CREATE TABLE t(a INT, b TEXT, c REAL, d NUMERIC, e BLOB, f);
INSERT INTO t VALUES('1', 1, 1, '1.0', '1', '1'), ('1.5', 1.5, '1', '1.5', 1, x'31'), ('x', NULL, 'x', 'x', 1.5, 2);
SELECT typeof(a), typeof(b), typeof(c), typeof(d), typeof(e), typeof(f) FROM t;
----
'integer'|'text'|'real'|'integer'|'text'|'text'
'real'|'text'|'real'|'real'|'integer'|'blob'
'text'|'null'|'text'|'text'|'real'|'integer'

SELECT subtype(1), subtype('{}'), subtype(json('{}')), subtype(json_extract('{"a":[1]}', '$.a')), subtype(json_extract('{"a":1}', '$.a')), subtype(jsonb('{}')), subtype('{"a":1}' -> 'a'), subtype('{"a":1}' ->> 'a'), subtype(json_array()), subtype(json_quote('x')), subtype(NULL);
----
0|0|74|74|0|0|74|0|74|74|0

SELECT subtype(j) FROM (SELECT json('[1]') AS j);
----
0

SELECT typeof();
----
error ERROR: wrong number of arguments to function typeof()

SELECT typeof(1, 2);
----
error ERROR: wrong number of arguments to function typeof()

SELECT subtype();
----
error ERROR: wrong number of arguments to function subtype()
