.shell printf 'SELECT nocol;\nSELECT 2;\n' > a.sql
.bail on
.read a.sql
SELECT 3;
