-- Records keep no subtypes: what goes through one on its way to a function that asks for them is marked as JSON again, or is computed when the function takes it.

SELECT json_group_array(json_array(value) ORDER BY key DESC), json_group_array(DISTINCT json_array(value) ORDER BY json_array(value)), json_group_object(key, json_array(value) ORDER BY key DESC) FROM json_each('[1,2]');
----
'[[2],[1]]'|'[[1],[2]]'|'{"1":[2],"0":[1]}'

SELECT json_group_array(value ORDER BY key DESC), json_group_array(value ORDER BY value), jsonb_group_array(value ORDER BY key DESC), group_concat(value ORDER BY key DESC) FROM json_each('[[1],{"a":2},"[3]",null]');
----
'[null,"[3]",{"a":2},[1]]'|'[null,[1],"[3]",{"a":2}]'|x'cb0d00375b335d4c176113322b1331'|'[3],{"a":2},[1]'

CREATE TABLE t(a, b AS (json_set('[0]', '$[0]', a)));

INSERT INTO t VALUES(1), (2);

SELECT json_group_array(b), json_group_array(b ORDER BY a), json_group_array(iif(NULL, 0, b) ORDER BY b DESC), json_group_object(a, b ORDER BY a) FILTER (WHERE a > 1) FROM t;
----
'[[1],[2]]'|'[[1],[2]]'|'[[2],[1]]'|'{"2":[2]}'

SELECT json_group_array(b ORDER BY a) FROM t GROUP BY b;
----
'["[1]"]'
'["[2]"]'

SELECT json_group_array(json_array(value)) OVER (ORDER BY key), json_group_array(json_array(value)) OVER (ORDER BY key DESC), json_group_object(key, json_array(value)) OVER () FROM json_each('[1,2]');
----
'[[1]]'|'[[2],[1]]'|'{"0":[1],"1":[2]}'
'[[1],[2]]'|'[[2]]'|'{"0":[1],"1":[2]}'

SELECT json_group_array(json_array(value)) FILTER (WHERE value <> 2) OVER (ORDER BY key ROWS 1 PRECEDING), json_group_array(json(value)) OVER (ORDER BY key ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) FROM json_each('[1,2,3]');
----
'[[1]]'|'[2]'
'[[1]]'|'[1,3]'
'[[3]]'|'[2]'

SELECT json_group_array(json_array(max(value), (SELECT json_array(y.value)), (SELECT count(*) FROM json_each('[1,2,3]') x WHERE x.value <= y.value))) OVER (ORDER BY value) FROM json_each('[1,2]') y GROUP BY value;
----
'[[1,"[1]",1]]'
'[[1,"[1]",1],[2,"[2]",2]]'

SELECT json_group_array(b) OVER (ORDER BY a), json_group_array(json(b)) OVER (ORDER BY a) FROM t;
----
'["[1]"]'|'[[1]]'
'["[1]","[2]"]'|'[[1],[2]]'

SELECT json_group_array(max(json_array(value))) OVER (ORDER BY value) FROM json_each('[1,2]') GROUP BY value;
----
'["[1]"]'
'["[1]","[2]"]'

SELECT json_array(min(json_array(1))), json_array((SELECT min(json_array(1)))), json_array(iif(1, (SELECT max(json_array(1))))), json_array((SELECT json_group_array(json_array(1)) OVER ())), json_array((SELECT max(json_array(1)) OVER ()));
----
'[[1]]'|'["[1]"]'|'["[1]"]'|'["[[1]]"]'|'["[1]"]'
