-- The default of an added text column is the number as it is written, in CAST and between comments, too.

CREATE TABLE t(a);
INSERT INTO t VALUES(1);
ALTER TABLE t ADD b TEXT DEFAULT ( /* x */ (- 1e18 /* y */ ));
ALTER TABLE t ADD c TEXT DEFAULT (CAST(1.50 AS TEXT));
ALTER TABLE t ADD d DEFAULT (CAST(-1.50 AS TEXT));
ALTER TABLE t ADD e TEXT DEFAULT (- - 1.50);
ALTER TABLE t ADD f TEXT DEFAULT (CAST(1.50 AS REAL));
ALTER TABLE t ADD g TEXT DEFAULT (- -- of ten
 1_0.50);
INSERT INTO t(a) VALUES(2);

SELECT * FROM t;
----
1|'-1e18'|'1.50'|'-1.50'|'1.5'|'1.5'|'-10.50'
2|'-1.0e+18'|'1.5'|'-1.5'|'1.5'|'1.5'|'-10.5'
