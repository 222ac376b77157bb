.import --csv open.csv o
SELECT * FROM o;
