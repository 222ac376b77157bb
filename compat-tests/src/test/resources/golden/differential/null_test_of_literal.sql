-- Whether a literal is NULL is known to the parser: it is 0 or 1 wherever it stands.

SELECT json('{') OR 1 NOTNULL;
----
1

SELECT json('{') AND 'a' IS NULL, json('{') OR (-1.5 IS NOT NULL), json('{') AND x'00' ISNULL;
----
0|1|0

SELECT json('{') OR 1 COLLATE nocase NOTNULL;
----
error ERROR: malformed JSON

SELECT json('{') OR (1 + 1) NOTNULL;
----
error ERROR: malformed JSON

SELECT json('{') OR NULL IS NULL;
----
error ERROR: malformed JSON

SELECT typeof(1 IS NULL), 1 IS NULL IS NULL, +1 NOTNULL, 'a' NOTNULL || 'b', sum(1) FILTER (WHERE 1 NOTNULL);
----
'integer'|0|1|'1b'|1
