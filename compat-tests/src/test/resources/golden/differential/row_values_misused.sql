-- A row where one value is wanted is a mistake when the value is computed: mistakes in names come first, and what is not computed is none.
-- What is compared is looked at before the names in it.

CREATE TABLE t(a, b, c);
CREATE UNIQUE INDEX i ON t(c, a);

SELECT abs((1, 2)), x FROM t;
----
error ERROR: no such column: x

SELECT abs((1, 2)) FROM t;
----
error ERROR: row value misused

SELECT (1, 2) + x;
----
error ERROR: no such column: x

SELECT -(1, 2), nosuch();
----
error ERROR: no such function: nosuch

SELECT 1 OR (1, 2), 0 AND (1, 2);
----
1|0

SELECT 0 OR (1, 2);
----
error ERROR: row value misused

SELECT CASE (1, 2) WHEN x THEN 1 END;
----
error ERROR: no such column: x

SELECT x = (1, 2);
----
error ERROR: row value misused

SELECT (SELECT x, 1) = 1;
----
error ERROR: row value misused

SELECT (x, 1) BETWEEN 1 AND 2;
----
error ERROR: row value misused

SELECT x IS (1, 2);
----
error ERROR: row value misused

SELECT x + (1 = (1, 2));
----
error ERROR: no such column: x

SELECT (1 = (1, 2)) + x;
----
error ERROR: row value misused

SELECT a FROM t WHERE (1, 2) AND x;
----
error ERROR: no such column: x

SELECT a FROM t WHERE (1, 2);
----
error ERROR: row value misused

SELECT a FROM t ORDER BY (1, 2), x;
----
error ERROR: no such column: x

SELECT EXISTS(SELECT (1, 2));
----
1

INSERT INTO t VALUES(9, 9, 1) ON CONFLICT(c, (1, 2)) DO NOTHING;
----
error ERROR: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

INSERT INTO t VALUES(9, 9, 1) ON CONFLICT(c, a, (1, 2)) DO NOTHING;
----
error ERROR: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

INSERT INTO t VALUES(9, 9, 1) ON CONFLICT(c, a) WHERE (1, 2) DO NOTHING;

INSERT INTO t(a) VALUES((1, 2), 3);
----
error ERROR: 2 values for 1 columns

UPDATE t SET a = abs((1, 2)), nosuch = 1;
----
error ERROR: no such column: nosuch

DELETE FROM t WHERE abs((1, 2)) OR nosuch;
----
error ERROR: no such column: nosuch

CREATE TABLE u(a CHECK(abs((1, 2))));
INSERT INTO u VALUES(1);
----
error ERROR: row value misused
