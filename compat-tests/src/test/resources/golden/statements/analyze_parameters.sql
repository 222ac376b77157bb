-- Samples of ANALYZE and parameters: the plan is made for their values.

CREATE TABLE s(a, b, c);
CREATE INDEX sa ON s(a);
CREATE INDEX sb ON s(b);
INSERT INTO s WITH RECURSIVE c(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM c WHERE x < 3000) SELECT CASE WHEN x < 2900 THEN 1 ELSE x END, x % 100, x FROM c;
ANALYZE;

-- bind: 1, 5
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a = ? AND b = ?;
----
3|0|74|'SEARCH s USING INDEX sb (b=?)'

-- bind: 1, 5
SELECT count(*) FROM s WHERE a = ? AND b = ?;
----
29

-- bind: 2950, 50
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a = ? AND b = ?;
----
3|0|41|'SEARCH s USING INDEX sa (a=?)'

-- bind: 2950, 50
SELECT count(*) FROM s WHERE a = ? AND b = ?;
----
1

-- bind: '1', 5
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a = ? AND b = ?;
----
3|0|41|'SEARCH s USING INDEX sa (a=?)'

-- bind: '1', 5
SELECT count(*) FROM s WHERE a = ? AND b = ?;
----
0

-- bind: NULL, 5
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a = ? AND b = ?;
----
3|0|41|'SEARCH s USING INDEX sa (a=?)'

-- bind: NULL, 5
SELECT count(*) FROM s WHERE a = ? AND b = ?;
----
0

-- bind: 1, 5
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a > ? AND b = ?;
----
3|0|74|'SEARCH s USING INDEX sb (b=?)'

-- bind: 1, 5
SELECT count(*) FROM s WHERE a > ? AND b = ?;
----
1

-- bind: 0, 5
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a > ? AND b = ?;
----
3|0|74|'SEARCH s USING INDEX sb (b=?)'

-- bind: 0, 5
SELECT count(*) FROM s WHERE a > ? AND b = ?;
----
30

-- bind: 5, 9
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a BETWEEN ? AND ? AND b = 3;
----
3|0|38|'SEARCH s USING INDEX sa (a>? AND a<?)'

-- bind: 5, 9
SELECT count(*) FROM s WHERE a BETWEEN ? AND ? AND b = 3;
----
0

-- bind: 0, 9
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a BETWEEN ? AND ? AND b = 3;
----
3|0|74|'SEARCH s USING INDEX sb (b=?)'

-- bind: 0, 9
SELECT count(*) FROM s WHERE a BETWEEN ? AND ? AND b = 3;
----
29

-- bind: 1, 2, 3
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a IN (?, ?) AND b = ?;
----
3|0|74|'SEARCH s USING INDEX sb (b=?)'

-- bind: 1, 2, 3
SELECT count(*) FROM s WHERE a IN (?, ?) AND b = ?;
----
29

-- bind: 3, 2, 3
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a IN (?, ?) AND b = ?;
----
3|0|51|'SEARCH s USING INDEX sa (a=?)'

-- bind: 3, 2, 3
SELECT count(*) FROM s WHERE a IN (?, ?) AND b = ?;
----
0

-- bind: 1, 5
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a = +? AND b = ?;
----
3|0|74|'SEARCH s USING INDEX sb (b=?)'

-- bind: 1, 5
SELECT count(*) FROM s WHERE a = +? AND b = ?;
----
29

-- bind: -1, 5
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a = -? AND b = ?;
----
3|0|74|'SEARCH s USING INDEX sb (b=?)'

-- bind: -1, 5
SELECT count(*) FROM s WHERE a = -? AND b = ?;
----
29

-- bind: 1, 50
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a = ? AND b > ?;
----
3|0|129|'SEARCH s USING INDEX sb (b>?)'

-- bind: 1, 50
SELECT count(*) FROM s WHERE a = ? AND b > ?;
----
1421

-- bind: 1, 1
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a < ? AND b < ?;
----
3|0|45|'SEARCH s USING INDEX sa (a<?)'

-- bind: 1, 1
SELECT count(*) FROM s WHERE a < ? AND b < ?;
----
0

-- bind: 9, 1
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a < ? AND b < ?;
----
3|0|101|'SEARCH s USING INDEX sb (b<?)'

-- bind: 9, 1
SELECT count(*) FROM s WHERE a < ? AND b < ?;
----
28

-- bind: 1, 5
EXPLAIN QUERY PLAN SELECT * FROM s WHERE a = CAST(? AS INT) AND b = ?;
----
3|0|74|'SEARCH s USING INDEX sb (b=?)'

-- bind: 1, 5
SELECT count(*) FROM s WHERE a = CAST(? AS INT) AND b = ?;
----
29
