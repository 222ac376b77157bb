.import --csv quo.csv q
.schema q
SELECT * FROM q;
