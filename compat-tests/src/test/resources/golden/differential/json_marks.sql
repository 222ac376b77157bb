-- What is marked as JSON (has the subtype), and loses the mark where it leaves a subquery.

CREATE TABLE t(a);
INSERT INTO t VALUES(1);
CREATE VIEW v AS VALUES(json_array(1)),(2);

SELECT subtype(column1) FROM v;
----
0
0

SELECT subtype(column1) FROM (VALUES(json_array(1)),(2));
----
0
0

SELECT subtype(j), json_array(j) FROM (SELECT DISTINCT json_array(a) j FROM t);
----
0|'["[1]"]'

SELECT subtype(x) FROM (SELECT json_group_array(1) x UNION ALL SELECT 2);
----
0
0

-- A text that is cast to text keeps it.
SELECT subtype(CAST(json('1') AS TEXT)), subtype(CAST(json('1') AS BLOB)), subtype(CAST(json('1') AS INT)), subtype(CAST(json('1') AS NUMERIC)), subtype(CAST(jsonb('1') AS TEXT));
----
74|0|0|0|0

-- JSONB of groups.
SELECT subtype(jsonb_group_object('a',1)), subtype(jsonb_group_array(1));
----
74|0

SELECT subtype(jsonb_group_object('a',1)), subtype(jsonb_group_array(1)) WHERE 0;
----
74|74

SELECT json_pretty(json_object('a', CAST(jsonb_group_array(NULL) AS TEXT))) WHERE 0;
----
error ERROR: malformed JSON

-- JSONB is marked where it is made of values.
SELECT subtype(jsonb_array(1)), subtype(jsonb_object()), subtype(jsonb('1')), subtype(jsonb_set('{}','$.a',1)), subtype(jsonb_extract('[[1]]','$[0]','$[0]'));
----
74|74|0|0|0
