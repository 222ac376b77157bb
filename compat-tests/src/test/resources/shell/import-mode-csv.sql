.mode csv
.import i.csv temp.q
.import --schema temp i.csv q2
.import --schema main i.csv "we ird"
.schema
SELECT * FROM q2;
