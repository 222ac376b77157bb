CREATE TABLE p(a UNIQUE, b, c);
BEGIN;
.import --csv i.csv p
ROLLBACK;
SELECT count(*) FROM p;
