-- SELECT: joins.
-- covers: SELECT
-- labels: yes

CREATE TABLE a(id INTEGER PRIMARY KEY, x, n);
CREATE TABLE b(id INTEGER PRIMARY KEY, x, m);
CREATE TABLE c(x PRIMARY KEY, k) WITHOUT ROWID;
INSERT INTO a VALUES(1, 'p', 10), (2, 'q', 20), (3, NULL, 30), (4, 'r', 40);
INSERT INTO b VALUES(1, 'p', 100), (2, 'p', 200), (3, 's', 300), (5, NULL, 400);
INSERT INTO c VALUES('p', 'P'), ('q', 'Q'), ('s', 'S');
SELECT * FROM a JOIN b ON a.x = b.x ORDER BY a.id, b.id;
----
# id|x|n|id|x|m
1|'p'|10|1|'p'|100
1|'p'|10|2|'p'|200

SELECT * FROM a LEFT JOIN b ON a.x = b.x ORDER BY a.id, b.id;
----
# id|x|n|id|x|m
1|'p'|10|1|'p'|100
1|'p'|10|2|'p'|200
2|'q'|20|NULL|NULL|NULL
3|NULL|30|NULL|NULL|NULL
4|'r'|40|NULL|NULL|NULL

SELECT * FROM a RIGHT JOIN b ON a.x = b.x ORDER BY b.id, a.id;
----
# id|x|n|id|x|m
1|'p'|10|1|'p'|100
1|'p'|10|2|'p'|200
NULL|NULL|NULL|3|'s'|300
NULL|NULL|NULL|5|NULL|400

SELECT * FROM a FULL OUTER JOIN b ON a.x = b.x ORDER BY a.id, b.id;
----
# id|x|n|id|x|m
NULL|NULL|NULL|3|'s'|300
NULL|NULL|NULL|5|NULL|400
1|'p'|10|1|'p'|100
1|'p'|10|2|'p'|200
2|'q'|20|NULL|NULL|NULL
3|NULL|30|NULL|NULL|NULL
4|'r'|40|NULL|NULL|NULL

SELECT * FROM a JOIN b USING (x) ORDER BY a.id, b.id;
----
# id|x|n|id|m
1|'p'|10|1|100
1|'p'|10|2|200

SELECT * FROM a FULL JOIN b USING (x) ORDER BY x, a.id, b.id;
----
# id|x|n|id|m
NULL|NULL|NULL|5|400
3|NULL|30|NULL|NULL
1|'p'|10|1|100
1|'p'|10|2|200
2|'q'|20|NULL|NULL
4|'r'|40|NULL|NULL
NULL|'s'|NULL|3|300

SELECT x, a.x, b.x FROM a FULL JOIN b USING (x) ORDER BY 1, 2, 3;
----
# x|x|x
NULL|NULL|NULL
NULL|NULL|NULL
'p'|'p'|'p'
'p'|'p'|'p'
'q'|'q'|NULL
'r'|'r'|NULL
's'|NULL|'s'

SELECT * FROM a NATURAL JOIN b;
----
# id|x|n|m
1|'p'|10|100

SELECT * FROM a NATURAL LEFT JOIN b ORDER BY id;
----
# id|x|n|m
1|'p'|10|100
2|'q'|20|NULL
3|NULL|30|NULL
4|'r'|40|NULL

SELECT * FROM a NATURAL RIGHT JOIN c ORDER BY x;
----
# id|x|n|k
1|'p'|10|'P'
2|'q'|20|'Q'
NULL|'s'|NULL|'S'

SELECT count(*) FROM a, b;
----
# count(*)
16

SELECT count(*) FROM a CROSS JOIN b ON a.id < b.id;
----
# count(*)
7

SELECT a.id, b.id, c.k FROM a LEFT JOIN b ON a.x = b.x LEFT JOIN c ON b.x = c.x ORDER BY 1, 2;
----
# id|id|k
1|1|'P'
1|2|'P'
2|NULL|NULL
3|NULL|NULL
4|NULL|NULL

SELECT a.id, b.id, c.k FROM a LEFT JOIN (b JOIN c ON b.x = c.x) ON a.x = b.x ORDER BY 1, 2;
----
# id|id|k
1|1|'P'
1|2|'P'
2|NULL|NULL
3|NULL|NULL
4|NULL|NULL

SELECT a.id, b.m FROM a LEFT JOIN b ON a.x = b.x AND b.m > 100 WHERE b.m IS NULL OR a.n < 15 ORDER BY 1;
----
# id|m
1|200
2|NULL
3|NULL
4|NULL

SELECT b.*, a.n AS "n of a", a.* FROM a JOIN b ON a.id = b.id;
----
# id|x|m|n of a|id|x|n
1|'p'|100|10|1|'p'|10
2|'p'|200|20|2|'q'|20
3|'s'|300|30|3|NULL|30

SELECT s.id, t.id FROM a s, a t WHERE s.id < t.id ORDER BY 1, 2 LIMIT 3;
----
# id|id
1|2
1|3
1|4

SELECT c.k, (SELECT max(m) FROM b WHERE b.x = c.x) FROM c LEFT JOIN a USING (x) WHERE EXISTS (SELECT 1 FROM b WHERE b.x = c.x) ORDER BY 1;
----
# k|(SELECT max(m) FROM b WHERE b.x = c.x)
'P'|200
'S'|300

SELECT * FROM a JOIN b;
----
# id|x|n|id|x|m
1|'p'|10|1|'p'|100
1|'p'|10|2|'p'|200
1|'p'|10|3|'s'|300
1|'p'|10|5|NULL|400
2|'q'|20|1|'p'|100
2|'q'|20|2|'p'|200
2|'q'|20|3|'s'|300
2|'q'|20|5|NULL|400
3|NULL|30|1|'p'|100
3|NULL|30|2|'p'|200
3|NULL|30|3|'s'|300
3|NULL|30|5|NULL|400
4|'r'|40|1|'p'|100
4|'r'|40|2|'p'|200
4|'r'|40|3|'s'|300
4|'r'|40|5|NULL|400

SELECT * FROM a JOIN nosuch;
----
error ERROR: no such table: nosuch

SELECT * FROM a JOIN b USING (n);
----
error ERROR: cannot join using column n - column not present in both tables

SELECT * FROM a NATURAL JOIN b ON a.id = b.id;
----
error ERROR: a NATURAL join may not have an ON or USING clause

SELECT * FROM a NATURAL JOIN b USING (x);
----
error ERROR: a NATURAL join may not have an ON or USING clause

SELECT id FROM a JOIN b ON a.x = b.x;
----
error ERROR: ambiguous column name: id

SELECT * FROM a LEFT b;
----
error ERROR: near ";": syntax error

SELECT * FROM a OUTER JOIN b ON 1;
----
error ERROR: unknown join type: OUTER

SELECT * FROM a LEFT RIGHT JOIN b ON 1;
----
# id|x|n|id|x|m
1|'p'|10|1|'p'|100
1|'p'|10|2|'p'|200
1|'p'|10|3|'s'|300
1|'p'|10|5|NULL|400
2|'q'|20|1|'p'|100
2|'q'|20|2|'p'|200
2|'q'|20|3|'s'|300
2|'q'|20|5|NULL|400
3|NULL|30|1|'p'|100
3|NULL|30|2|'p'|200
3|NULL|30|3|'s'|300
3|NULL|30|5|NULL|400
4|'r'|40|1|'p'|100
4|'r'|40|2|'p'|200
4|'r'|40|3|'s'|300
4|'r'|40|5|NULL|400

SELECT a.nosuch FROM a;
----
error ERROR: no such column: a.nosuch

SELECT q.* FROM a;
----
error ERROR: no such table: q

SELECT * FROM a WHERE b.x = 1;
----
error ERROR: no such column: b.x
