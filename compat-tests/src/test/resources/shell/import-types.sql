CREATE TABLE n(a INT, b REAL, c TEXT, d);
.import --csv n.csv n
.mode quote
SELECT * FROM n;
