-- A subquery beside a NULL is not computed, whichever side it stands on; one under COLLATE, behind IS, or in a function is.

CREATE TABLE t(a, b);
INSERT INTO t VALUES(1, NULL), (9223372036854775807, 0);

SELECT NULL || (SELECT sum(a) FROM t), (SELECT sum(a) FROM t) || NULL;
----
NULL|NULL

SELECT NULL + (SELECT sum(a) FROM t), (SELECT sum(a) FROM t) << NULL, -NULL * (SELECT sum(a) FROM t), abs(NULL + (SELECT sum(a) FROM t));
----
NULL|NULL|NULL|NULL

SELECT NULL = (SELECT sum(a) FROM t), (SELECT sum(a) FROM t) < NULL, CASE WHEN NULL <> (SELECT sum(a) FROM t) THEN 1 ELSE 2 END;
----
NULL|NULL|2

SELECT b * (b IN (SELECT (SELECT sum(a) FROM t))), b > (SELECT sum(a) FROM t) FROM t WHERE b IS NULL;
----
NULL|NULL

SELECT a FROM t WHERE b > (SELECT sum(a) FROM t) AND b IS NULL;
----
error ERROR: integer overflow

SELECT a FROM t WHERE NOT (NULL > (SELECT sum(a) FROM t));

SELECT (SELECT NULL) + (SELECT sum(a) FROM t);
----
NULL

SELECT (SELECT sum(a) FROM t) + (SELECT NULL);
----
error ERROR: integer overflow

SELECT 1 + (SELECT sum(a) FROM t);
----
error ERROR: integer overflow

SELECT NULL IS (SELECT sum(a) FROM t);
----
error ERROR: integer overflow

SELECT (SELECT sum(a) FROM t) COLLATE NOCASE = NULL;
----
error ERROR: integer overflow

SELECT NULL BETWEEN (SELECT sum(a) FROM t) AND 3;
----
error ERROR: integer overflow

SELECT CASE NULL WHEN (SELECT sum(a) FROM t) THEN 1 END;
----
error ERROR: integer overflow

SELECT (NULL, 1) = ((SELECT sum(a) FROM t), 1);
----
error ERROR: integer overflow

SELECT NULL IN ((SELECT sum(a) FROM t));
----
error ERROR: integer overflow

SELECT max(NULL, (SELECT sum(a) FROM t));
----
error ERROR: integer overflow

-- The values themselves.
SELECT 2 * (SELECT min(a) FROM t), (SELECT min(a) FROM t) - 3, 1 < (SELECT max(a) FROM t), (SELECT max(a) FROM t) < 1, (SELECT NULL) + 1, 1 + (SELECT NULL), 1 = (SELECT NULL);
----
2|-2|1|0|NULL|NULL|NULL

SELECT t.a, t.b + (SELECT count(*) FROM t u WHERE u.a >= t.a), (SELECT count(*) FROM t u WHERE u.a >= t.a) + t.b, t.b = (SELECT 0), (SELECT 0) = t.b FROM t;
----
1|NULL|NULL|NULL|NULL
9223372036854775807|1|1|1|1

SELECT a FROM t WHERE b = (SELECT 0);
----
9223372036854775807

SELECT a FROM t WHERE NOT ((SELECT 1) = b);
----
9223372036854775807

SELECT a FROM t WHERE (b < (SELECT 1)) IS NULL;
----
1
