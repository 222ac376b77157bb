.import --csv empty.csv e
.schema e
CREATE TABLE f(a);
.import --csv empty.csv f
SELECT count(*) FROM f;
