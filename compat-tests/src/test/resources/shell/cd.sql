.cd
.cd /nonexistent
.shell mkdir sub
.cd sub
.shell printf 'SELECT 9;' > a.sql
.read a.sql
.cd ..
.read a.sql
.read sub/a.sql
.cd a b
