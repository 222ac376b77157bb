-- The values of a row are computed before BEFORE triggers run, and not again.

CREATE TABLE t(a INTEGER PRIMARY KEY, b, c TEXT);

CREATE TABLE l(x);

CREATE TRIGGER r BEFORE INSERT ON t BEGIN INSERT INTO l VALUES(new.a || '-' || new.b || '-' || typeof(new.c)); END;

INSERT INTO t VALUES((SELECT count(*) + 10 FROM l), (SELECT count(*) FROM l), 5);

INSERT INTO t SELECT (SELECT count(*) + 20 FROM l), (SELECT count(*) FROM l), 5;

INSERT INTO t VALUES(30, (SELECT count(*) FROM l), total_changes()), (31, (SELECT count(*) FROM l), total_changes());

INSERT INTO t VALUES(NULL, (SELECT count(*) FROM l), total_changes()) RETURNING c;
----
'8'

INSERT INTO t(c) VALUES(changes());

INSERT INTO t DEFAULT VALUES;

INSERT OR REPLACE INTO t VALUES(30, (SELECT max(x) FROM l), 7) ON CONFLICT(a) DO UPDATE SET b = typeof(excluded.c) || excluded.b;

SELECT * FROM t;
----
10|0|'5'
21|1|'5'
30|'integer31-2-text'|'4'
31|2|'4'
32|4|'8'
33|NULL|'1'
34|NULL|NULL

SELECT x FROM l;
----
'10-0-text'
'21-1-text'
'30-2-text'
'31-2-text'
'-1-4-text'
NULL
NULL
'30-31-2-text-text'

CREATE TABLE w(a PRIMARY KEY, b, g AS (b + 1), s AS (b + 2) STORED) WITHOUT ROWID;

CREATE TRIGGER wr BEFORE INSERT ON w BEGIN INSERT INTO l VALUES(new.a || '-' || new.g || '-' || new.s); END;

INSERT INTO w VALUES((SELECT count(*) FROM l), (SELECT count(*) FROM l));

SELECT * FROM w;
----
8|8|9|10

SELECT x FROM l WHERE rowid = (SELECT max(rowid) FROM l);
----
'8-9-10'
