.shell printf 'no database, but a text that is long enough to be looked at in earnest, more than a hundred bytes of it' > foo.txt
CREATE TABLE t(a);
.restore foo.txt
SELECT count(*) FROM t;
