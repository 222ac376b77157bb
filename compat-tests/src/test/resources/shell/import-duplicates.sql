.import --csv dup.csv d
.schema d
SELECT * FROM d;
