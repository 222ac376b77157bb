.import "|echo 'a,b'; echo '1,2'" t --csv
SELECT * FROM t;
.import --csv "|printf '3,4\n5,6\n'" t
SELECT * FROM t;
