.shell printf 'no database, but a text that is long enough to be looked at in earnest, more than a hundred bytes of it' > foo.txt
.open foo.txt
.tables
SELECT * FROM t;
