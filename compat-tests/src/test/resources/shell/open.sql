CREATE TABLE t(a);
.open x.db
CREATE TABLE u(a);
.tables
.open
.tables
.open x.db
.tables
.open --new x.db
.tables
.open --foo
.open a b
.open /nonexistent/x
SELECT 1;
.open --readonly x.db
