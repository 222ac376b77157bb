-- Columns of excluded have neither affinity nor collation in comparisons. A value of a REAL column is a REAL; others may not be converted yet.

CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c TEXT COLLATE NOCASE, d INT, e REAL, x, y);

INSERT INTO t VALUES(1, '5', 'abc', 7, 8, 0, 0);

INSERT INTO t VALUES(1, '11', 'ABC', '9', 8, 0, 0) ON CONFLICT(a) DO UPDATE SET x = (11 = excluded.b) || (excluded.c = 'abc') || (excluded.d = '9') || (excluded.e = '8') || (excluded.b = d) || (excluded.a = '1') || (excluded.rowid = '1'), y = (c = excluded.c) || ('abc' = excluded.c) || (excluded.c = c) || (excluded.c IN ('abc')) || (excluded.b IN (11)) || (b = excluded.b);

SELECT x, y FROM t;
----
'0010000'|'101000'

INSERT INTO t VALUES(1, '11', 'ABC', '9', 8, 0, 0) ON CONFLICT(a) DO UPDATE SET x = excluded.e, y = typeof(excluded.d) RETURNING x, y, e;
----
8.0|'text'|8.0

CREATE TABLE s(a INTEGER PRIMARY KEY, d INT, e REAL, x TEXT) STRICT;

INSERT INTO s VALUES(1, 2, 3, '4');

INSERT INTO s VALUES(1, '8', 7, 6) ON CONFLICT(a) DO UPDATE SET x = typeof(excluded.d) || typeof(excluded.e) || typeof(excluded.x) RETURNING *;
----
1|2|3.0|'textrealinteger'

CREATE TABLE k(a PRIMARY KEY, b, c TEXT);

INSERT INTO k VALUES(10, 'ABC', '');

INSERT INTO k VALUES(10, '_', '"text"') ON CONFLICT DO UPDATE SET b = '-1' WHERE 11 >= excluded.c RETURNING 'changed';
