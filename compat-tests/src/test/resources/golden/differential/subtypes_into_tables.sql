-- Rows that a query hands to INSERT keep their subtypes, unless they went through a record or come out of a subquery.

CREATE TABLE t8(a, b AS (json_object('a', a)) STORED);

CREATE TABLE u(x, y);

INSERT INTO u VALUES(1, 2);

INSERT INTO t8 SELECT json('12');

INSERT INTO t8 SELECT json('12') FROM u;

INSERT INTO t8 SELECT j FROM (SELECT json('12') j FROM u);

INSERT INTO t8 SELECT j FROM (SELECT json('12') j FROM u LIMIT 1);

INSERT INTO t8 SELECT json('12') FROM u ORDER BY x;

INSERT INTO t8 SELECT json('12') FROM u ORDER BY 1;

INSERT INTO t8 SELECT DISTINCT json('12') FROM u;

INSERT INTO t8 SELECT json('12') FROM u GROUP BY x;

INSERT INTO t8 SELECT json(x) FROM u GROUP BY json(x);

INSERT INTO t8 SELECT json_group_array(1) FROM u;

INSERT INTO t8 SELECT json_group_array(1) FROM u GROUP BY x;

INSERT INTO t8 SELECT json_group_array(1) OVER () FROM u;

INSERT INTO t8 SELECT json('12') UNION SELECT json('13');

INSERT INTO t8 SELECT json('12') UNION ALL SELECT json('13') FROM u;

INSERT INTO t8 SELECT json('12') EXCEPT SELECT json('13');

INSERT INTO t8 SELECT json('12') UNION ALL SELECT json('13') ORDER BY 1;

INSERT INTO t8 SELECT json('12') UNION SELECT json('13') ORDER BY 1;

INSERT INTO t8 SELECT json('12') FROM t8;

INSERT INTO t8 SELECT * FROM (VALUES(json('12')));

INSERT INTO t8 SELECT * FROM (VALUES(json('12')),(json('13')));

INSERT INTO t8 WITH w(q) AS (SELECT json('12')) SELECT q FROM w;

INSERT INTO t8 SELECT json('12') WHERE 1 ON CONFLICT DO NOTHING;

REPLACE INTO t8 SELECT json('12') UNION SELECT json('[1]') UNION ALL SELECT json('[2]') ORDER BY 1 LIMIT 2;

INSERT INTO t8 SELECT iif(x,json('12'),0) FROM u LIMIT 1;

INSERT INTO t8 SELECT (SELECT json('12')) FROM u;

INSERT INTO t8 SELECT max(json('12')) FROM u;

INSERT INTO t8 SELECT json_set('[]','$[0]',x) FROM u WHERE x=1;

SELECT a, b FROM t8 ORDER BY rowid;
----
'12'|'{"a":12}'
'12'|'{"a":12}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":12}'
'12'|'{"a":12}'
'1'|'{"a":"1"}'
'[1]'|'{"a":[1]}'
'[1]'|'{"a":[1]}'
'[1]'|'{"a":[1]}'
'12'|'{"a":12}'
'13'|'{"a":13}'
'12'|'{"a":12}'
'13'|'{"a":13}'
'12'|'{"a":12}'
'12'|'{"a":12}'
'13'|'{"a":13}'
'12'|'{"a":12}'
'13'|'{"a":13}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'12'|'{"a":"12"}'
'13'|'{"a":"13"}'
'12'|'{"a":"12"}'
'12'|'{"a":12}'
'12'|'{"a":12}'
'[1]'|'{"a":[1]}'
'12'|'{"a":12}'
'12'|'{"a":"12"}'
'12'|'{"a":12}'
'[1]'|'{"a":[1]}'

CREATE TABLE several(a, b AS (json_object('a', a)) STORED);

INSERT INTO several VALUES((SELECT 1)), (json('11')), (json('12'));

-- On purpose: SQLite takes the JSON of the other rows for text where one of three or more rows has a subquery.
SELECT a, b FROM several;
----
1|'{"a":1}'
'11'|'{"a":"11"}'
'12'|'{"a":"12"}'
---- here
1|'{"a":1}'
'11'|'{"a":11}'
'12'|'{"a":12}'
