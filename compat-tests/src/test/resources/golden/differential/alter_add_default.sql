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

-- A real number as the default of a text column is a text as written, for rows that are there already.
CREATE TABLE w(a);

INSERT INTO w VALUES(1);

ALTER TABLE w ADD b TEXT DEFAULT .5;

ALTER TABLE w ADD c TEXT DEFAULT (((.5)));

ALTER TABLE w ADD d TEXT DEFAULT -1_0.50;

ALTER TABLE w ADD e TEXT DEFAULT (- (.5));

ALTER TABLE w ADD f TEXT DEFAULT (-(-.5));

ALTER TABLE w ADD g TEXT DEFAULT 9223372036854775808;

ALTER TABLE w ADD h TEXT DEFAULT (+1_0.5_0e0_1);

ALTER TABLE w ADD i DEFAULT (.5);

ALTER TABLE w ADD j TEXT DEFAULT 007;

INSERT INTO w(a) VALUES(2);

SELECT * FROM w;
----
1|'.5'|'.5'|'-10.50'|'-.5'|'0.5'|'9223372036854775808'|'10.50e01'|0.5|'7'
2|'0.5'|'0.5'|'-10.5'|'-0.5'|'0.5'|'9.2233720368547758e+18'|'105.0'|0.5|'7'

UPDATE w SET a = 3;

SELECT * FROM w;
----
3|'.5'|'.5'|'-10.50'|'-.5'|'0.5'|'9223372036854775808'|'10.50e01'|0.5|'7'
3|'0.5'|'0.5'|'-10.5'|'-0.5'|'0.5'|'9.2233720368547758e+18'|'105.0'|0.5|'7'
