-- The database before a view's name, and by which names a view's rows are found when it is changed.

CREATE TABLE t(b, c);
INSERT INTO t VALUES(1, 2), (0, 4);
CREATE VIEW v AS SELECT b AS c2, c AS c4 FROM t;
CREATE TEMP VIEW w AS SELECT c AS c2 FROM t;
CREATE TEMP VIEW v AS SELECT 7 AS c2;

SELECT main.v.c2, v.c4 FROM main.v;
----
1|2
0|4

SELECT main.v.c2, temp.v.c2 FROM main.v, temp.v;
----
1|7
0|7

SELECT temp.w.c2, temp.s.c2 FROM w, v AS s;
----
2|7
4|7

SELECT main.w.c2 FROM w;
----
error ERROR: no such column: main.w.c2

SELECT main.v.c2 FROM v;
----
error ERROR: no such column: main.v.c2

SELECT main.v.b FROM (SELECT b FROM t) v;
----
error ERROR: no such column: main.v.b

SELECT max(main.v.c4) FROM main.v WHERE main.v.c2 = 1 GROUP BY main.v.c2 HAVING main.v.c2 > 0 ORDER BY main.v.c2;
----
2

DROP VIEW temp.v;
CREATE TABLE log(x, y);
CREATE TRIGGER u INSTEAD OF UPDATE ON v BEGIN INSERT INTO log VALUES(new.c2, new.c4); END;
CREATE TRIGGER d INSTEAD OF DELETE ON v BEGIN INSERT INTO log VALUES(old.c2, old.c4); END;

UPDATE v SET c2 = main.v.c2 + 1 WHERE main.v.c2 ORDER BY main.v.c4 LIMIT 1;

DELETE FROM v WHERE main.v.c2;

-- An alias of the view is unknown where its rows are looked for, but in WHERE the view's own name must not stand in its place either.
UPDATE v AS u1 SET c2 = 3 WHERE u1.c2;
----
error ERROR: no such column: u1.c2

UPDATE v AS u1 SET c2 = 3 WHERE v.c2;
----
error ERROR: no such column: v.c2

UPDATE v AS u1 SET c2 = 3 WHERE EXISTS (SELECT u1.c2);
----
error ERROR: no such column: u1.c2

UPDATE v AS V SET c2 = 3 WHERE v.c2;

UPDATE v AS u1 SET c2 = u1.c2 - 10 WHERE c2 ORDER BY v.c4 LIMIT 1;

UPDATE v AS u1 SET c2 = v.c2 WHERE c2;
----
error ERROR: no such column: v.c2

UPDATE v AS u1 SET c2 = 3 WHERE c2 ORDER BY u1.c4 LIMIT 1;
----
error ERROR: no such column: u1.c4

DELETE FROM v AS u1 WHERE u1.c2;
----
error ERROR: no such column: u1.c2

DELETE FROM v AS u1 WHERE c2 ORDER BY u1.c4 LIMIT 1;
----
error ERROR: no such column: u1.c4

DELETE FROM v AS u1 WHERE c2 ORDER BY v.c4 LIMIT 1;

DELETE FROM v AS u1 WHERE c2;

-- With FROM it is as ever.
UPDATE v AS u1 SET c2 = t.c FROM t WHERE u1.c2 = t.b;

UPDATE v AS u1 SET c2 = t.c FROM t WHERE v.c2 = t.b;
----
error ERROR: no such column: v.c2

UPDATE v SET c2 = t.c FROM t WHERE main.v.c2 = t.b AND c2;

SELECT * FROM log;
----
2|2
1|2
3|2
-9|2
1|2
1|2
2|2
4|4
2|2

-- RETURNING knows no databases.
UPDATE v SET c2 = 1 RETURNING main.v.c2;
----
error ERROR: no such column: main.v.c2

INSERT INTO t VALUES(1, 2) RETURNING main.t.b;
----
error ERROR: no such column: main.t.b

DELETE FROM t RETURNING (SELECT main.t.b);
----
error ERROR: no such column: main.t.b
