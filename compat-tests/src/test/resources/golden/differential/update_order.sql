-- In which order an UPDATE changes rows that it finds by an index: noticed by what fails or is ignored.

CREATE TABLE t(a, c UNIQUE);
CREATE INDEX i ON t(a);
INSERT INTO t VALUES(3, 1), (2, 2), (5, 3);

UPDATE OR FAIL t SET c = 5 WHERE a > 1;
----
error CONSTRAINT_UNIQUE: UNIQUE constraint failed: t.c

SELECT * FROM t ORDER BY a;
----
2|5
3|1
5|3

-- An index that changes itself is left before the first change.
UPDATE OR IGNORE t SET a = a + 1, c = 6 WHERE a > 1;

SELECT * FROM t ORDER BY a;
----
2|5
4|6
5|3

PRAGMA reverse_unordered_selects = 1;
UPDATE OR IGNORE t SET c = 7 WHERE a > 1;

SELECT * FROM t ORDER BY a;
----
2|5
4|6
5|7

UPDATE OR IGNORE t SET c = 8 WHERE rowid > 1;

SELECT * FROM t ORDER BY a;
----
2|5
4|6
5|8

UPDATE OR IGNORE t SET c = 9 WHERE a IN (SELECT a FROM t);

SELECT * FROM t ORDER BY a;
----
2|5
4|9
5|8

UPDATE OR IGNORE t SET c = 10 WHERE a > 1 LIMIT 5;

SELECT * FROM t ORDER BY a;
----
2|5
4|10
5|8
