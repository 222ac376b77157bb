.shell printf 'SELECT 1;\nSELECT nocol;\nSELECT 2;\n' > a.sql
.read a.sql
SELECT 3;
.read nosuch
.read
.read "|echo 'SELECT 77;'"
.read a.sql b.sql
