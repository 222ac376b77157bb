CREATE VIEW vv AS SELECT 1 AS a;
.import --csv i.csv vv
