CREATE TABLE p(a INTEGER PRIMARY KEY, b TEXT);
.import --csv i.csv p
.import --skip 1 --csv i.csv p
SELECT *, typeof(a), typeof(b) FROM p;
