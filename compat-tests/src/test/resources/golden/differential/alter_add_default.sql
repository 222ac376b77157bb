-- Which defaults a column that is added to a table with rows may have, and what old rows have in it.

CREATE TABLE t(a);
INSERT INTO t VALUES(1);
ALTER TABLE t ADD b REAL DEFAULT (CAST('Hello' AS ""));
ALTER TABLE t ADD c DEFAULT (CAST('5x' AS INT));
ALTER TABLE t ADD d DEFAULT (CAST(CAST(5.7 AS INT) AS TEXT));
ALTER TABLE t ADD e DEFAULT (-'5');
ALTER TABLE t ADD f DEFAULT (+5);
ALTER TABLE t ADD g TEXT DEFAULT (-'abc');
ALTER TABLE t ADD h DEFAULT (CAST('12.50' AS BLOB));
ALTER TABLE t ADD i DEFAULT (true);

ALTER TABLE t ADD j DEFAULT (5 + 1);
----
error ERROR: Cannot add a column with non-constant default

ALTER TABLE t ADD j DEFAULT (abs(1));
----
error ERROR: Cannot add a column with non-constant default

ALTER TABLE t ADD j DEFAULT (~5);
----
error ERROR: Cannot add a column with non-constant default

SELECT * FROM t;
----
1|0.0|5|'5'|-5|5|'0'|x'31322e3530'|1

INSERT INTO t(a) VALUES(2);

SELECT * FROM t;
----
1|0.0|5|'5'|-5|5|'0'|x'31322e3530'|1
2|0.0|5|'5'|-5|5|'0'|x'31322e3530'|1

UPDATE t SET a = a + 1;

SELECT * FROM t;
----
2|0.0|5|'5'|-5|5|'0'|x'31322e3530'|1
3|0.0|5|'5'|-5|5|'0'|x'31322e3530'|1

ALTER TABLE t DROP a;

SELECT *, typeof(g), typeof(h) FROM t;
----
0.0|5|'5'|-5|5|'0'|x'31322e3530'|1|'text'|'blob'
0.0|5|'5'|-5|5|'0'|x'31322e3530'|1|'text'|'blob'
