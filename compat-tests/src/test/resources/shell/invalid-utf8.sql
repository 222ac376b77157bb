SELECT CAST(x'61ff62' AS TEXT), x'ff41';
.mode csv
SELECT CAST(x'61ff62' AS TEXT), x'ff41';
.mode html
SELECT CAST(x'61ff62' AS TEXT);
.mode tcl
SELECT CAST(x'61ff62' AS TEXT);
.mode json
SELECT CAST(x'61ff62' AS TEXT);
.mode line
SELECT CAST(x'61ff62' AS TEXT) AS a;
