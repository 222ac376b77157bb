.import i.txt u
.schema u
SELECT * FROM u;
