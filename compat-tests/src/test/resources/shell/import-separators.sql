.separator ""
.import i.csv t
.separator "ab"
.import i.csv t
.separator , ""
.import i.csv t
.separator , "xy"
.import i.csv t
.separator , ;
.import i.csv t
SELECT * FROM t;
