-- RETURNING with a REAL column inside an expression: where nothing but the making of the record has converted the row, whole numbers are integers as the record has them. The column itself is a REAL.

CREATE TABLE t(a REAL, b, c REAL AS (b + 1), d REAL AS (b * 2) STORED);

INSERT INTO t(a, b) VALUES(1, 2) RETURNING max(a, 0), nullif(a, 0), ifnull(a, 0), coalesce(a, 3), min(a, 5), ifnull(NULL, a), likely(a), a || '', typeof(+a), +c, +d, c, d;
----
1|1|1|1|1|1|1|'1.0'|'real'|3.0|4|3.0|4.0

INSERT INTO t(a, b) VALUES(1, 2) RETURNING a + 1, -a, +a = 1.0, CAST(+a AS TEXT), hex(a), (a), abs(a), CAST(a AS NUMERIC), quote(a), json_array(a), iif(b, a, 0), CASE a WHEN 1 THEN c ELSE d END, (SELECT a);
----
2.0|-1.0|1|'1.0'|'312E30'|1.0|1.0|1|'1.0'|'[1.0]'|1|3.0|1.0

UPDATE t SET b = 4 RETURNING +a, +c, +d, max(a, c, d);
----
1|5.0|8|8
1|5.0|8|8

UPDATE t SET a = 4 RETURNING *;
----
4.0|4|5.0|8.0
4.0|4|5.0|8.0

INSERT INTO t(a) VALUES(1e10), (1e14), (1e15), ('12'), (9007199254740993) RETURNING +a;
----
10000000000
100000000000000
1000000000000000.0
12
9007199254740992.0

DELETE FROM t RETURNING +a, iif(b, a, 0);
----
4.0|4.0
4.0|4.0
10000000000.0|0
100000000000000.0|0
1000000000000000.0|0
12.0|0
9007199254740992.0|0

-- A CHECK or an index has converted the row before.
CREATE TABLE k(a REAL CHECK(a > 0), b);

INSERT INTO k VALUES(1, 2) RETURNING +a;
----
1.0

UPDATE k SET a = 3 RETURNING +a;
----
3.0

UPDATE k SET b = 3 RETURNING +a;
----
3

CREATE TABLE u(a REAL UNIQUE, b);

INSERT INTO u VALUES(1, 2) RETURNING +a;
----
1.0

UPDATE u SET a = 3 RETURNING +a;
----
3.0

UPDATE u SET b = 3 RETURNING +a;
----
3

CREATE TABLE w(a REAL PRIMARY KEY, b) WITHOUT ROWID;

INSERT INTO w VALUES(1, 2) RETURNING +a;
----
1.0

UPDATE w SET b = 3 RETURNING +a;
----
1.0

-- A STRICT table's check of types leaves an integer.
CREATE TABLE s(a REAL UNIQUE, b REAL CHECK(b > 0), c REAL AS (a)) STRICT;

INSERT INTO s VALUES(1, 2.0) RETURNING +a, +b;
----
1|2

UPDATE s SET a = 4 RETURNING +a, +b, a, b;
----
4|2|4.0|2.0

-- A view.
CREATE VIEW v AS SELECT a, b FROM t;

CREATE TRIGGER r INSTEAD OF INSERT ON v BEGIN SELECT 1; END;

INSERT INTO v VALUES(3, 4) RETURNING +a, +b, a, b;
----
3|4|3.0|4

-- A query that returns such a value.
CREATE TABLE y(a REAL, b, c REAL AS (b + 1));

INSERT INTO y(a, b) VALUES(1, 2) RETURNING (SELECT +a), (SELECT a), (SELECT max(a, 0)), (SELECT a || ''), (SELECT +c), (SELECT ifnull(a, 1)), (SELECT (SELECT +a)), iif(1, (SELECT a), 0);
----
1|1.0|1|'1.0'|3.0|1|1|1

UPDATE y SET b = 4 RETURNING (SELECT +a UNION ALL SELECT 2), (SELECT +a ORDER BY 1), (SELECT +a FROM y LIMIT 1), typeof((SELECT +a)), 1 IN (SELECT +a);
----
1|1|1.0|'real'|1

DELETE FROM y RETURNING (SELECT +a);
----
1.0
