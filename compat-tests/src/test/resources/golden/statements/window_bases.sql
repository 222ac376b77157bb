-- A window of the WINDOW clause takes over what one before it has; the name of a later one, or of none, says nothing. Of two with one name the last counts.

CREATE TABLE t(a, b);
INSERT INTO t VALUES(1, 2), (2, 1), (3, 0);

SELECT a, sum(a) OVER x FROM t WINDOW x AS (nope ORDER BY a);
----
1|1
2|3
3|6

SELECT a, sum(a) OVER y FROM t WINDOW y AS (x ORDER BY b), x AS (PARTITION BY a);
----
3|3
2|5
1|6

SELECT a, sum(a) OVER y FROM t WINDOW x AS (PARTITION BY a), y AS (x ORDER BY b);
----
1|1
2|2
3|3

SELECT a, sum(a) OVER (x) FROM t WINDOW x AS (ORDER BY a), x AS (PARTITION BY a);
----
1|1
2|2
3|3

SELECT a, sum(a) OVER y FROM t WINDOW x AS (ORDER BY a), x AS (PARTITION BY a), y AS (x);
----
1|1
2|2
3|3

SELECT sum(a) OVER (z) FROM t WINDOW y AS (x ORDER BY b), z AS (y), x AS (PARTITION BY a);
----
3
5
6

SELECT sum(a) OVER (nope) FROM t WINDOW x AS (nope);
----
error ERROR: no such window: nope

SELECT a FROM t WINDOW x AS (ORDER BY a), y AS (x ORDER BY b);
----
error ERROR: cannot override ORDER BY clause of window: x

SELECT a FROM t WINDOW x AS (ORDER BY a), y AS (x PARTITION BY b);
----
error ERROR: cannot override PARTITION clause of window: x

CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT a FROM t WINDOW x AS (ROWS 1 PRECEDING), y AS (x); END;
----
error ERROR: cannot override frame specification of window: x

CREATE VIEW v AS SELECT sum(a) OVER (x ORDER BY b) FROM t WINDOW x AS (ORDER BY a);

SELECT * FROM v;
----
error ERROR: cannot override ORDER BY clause of window: x
