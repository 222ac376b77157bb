.import --csv i.csv t
.schema t
SELECT * FROM t;
.import --csv --skip 1 i.csv t
SELECT count(*) FROM t;
