.shell printf '.read b.sql\nSELECT 1;\n' > a.sql
.shell printf 'SELECT 2;\n.quit\nSELECT 3;\n' > b.sql
.read a.sql
SELECT 4;
