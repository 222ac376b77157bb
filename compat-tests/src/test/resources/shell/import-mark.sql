.import --csv bom.csv b
.schema b
SELECT *, typeof(a), length(b) FROM b;
