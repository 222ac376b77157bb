-- nullif(X,Y): NULL if both are equal, else X.
-- covers: nullif

SELECT nullif(1, 1), nullif(1, 2), nullif(NULL, 1), nullif(1, NULL), nullif(1, 1.0), nullif(1, '1'), nullif('a', 'A'), nullif('a' COLLATE NOCASE, 'A');
----
NULL|1|NULL|1|NULL|1|'a'|NULL

CREATE TABLE t(a TEXT COLLATE NOCASE);
INSERT INTO t VALUES('x');
SELECT nullif(a, 'X'), nullif('X', a) FROM t;
----
NULL|NULL

SELECT nullif(1);
----
error ERROR: wrong number of arguments to function nullif()

SELECT nullif(1, 2, 3);
----
error ERROR: wrong number of arguments to function nullif()
