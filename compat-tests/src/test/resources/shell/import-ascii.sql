.import --ascii a.asc t
SELECT * FROM t;
.mode ascii
.import a.asc u
.mode list
SELECT * FROM u;
