.import --csv -v i.csv t
.import --csv -v -v --skip 2 i.csv t
