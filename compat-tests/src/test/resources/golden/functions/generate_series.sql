-- generate_series(START,STOP,STEP). The C library of the tests does not have it; the sqlite3 shell does.
-- covers: generate_series

-- Only here.
SELECT value FROM generate_series(1, 5);
----
error ERROR: no such table: generate_series
---- here
1
2
3
4
5

-- Only here.
SELECT group_concat(value) FROM generate_series(10, 1, -3);
----
error ERROR: no such table: generate_series
---- here
'10,7,4,1'

-- Only here.
SELECT count(*) FROM generate_series(5, 1);
----
error ERROR: no such table: generate_series
---- here
0

-- Only here.
SELECT value, start, stop, step FROM generate_series(0, 20, 5) WHERE value > 5 ORDER BY value DESC LIMIT 2;
----
error ERROR: no such table: generate_series
---- here
20|0|20|5
15|0|20|5

-- Only here.
SELECT group_concat(value) FROM generate_series(9223372036854775805, 9223372036854775807);
----
error ERROR: no such table: generate_series
---- here
'9223372036854775805,9223372036854775806,9223372036854775807'

-- Only here.
SELECT count(*) FROM generate_series(1, NULL);
----
error ERROR: no such table: generate_series
---- here
0

-- Only here.
SELECT count(*) FROM generate_series(1, 10, 0);
----
error ERROR: no such table: generate_series
---- here
10

-- Only here: the start must be known.
SELECT value FROM generate_series LIMIT 1;
----
error ERROR: no such table: generate_series
---- here
error ERROR: first argument to "generate_series()" missing or unusable

-- Only here: conditions, LIMIT and OFFSET make the series short before it begins.
SELECT rowid, value FROM generate_series(1, 9223372036854775807, 3) WHERE value > 4000000000 LIMIT 2 OFFSET 1;
----
error ERROR: no such table: generate_series
---- here
4000000006|4000000006
4000000009|4000000009
