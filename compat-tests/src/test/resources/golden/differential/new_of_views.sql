-- NEW in the triggers of a view: the values that UPDATE assigns get the affinities of the view's columns.

CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c REAL, d INT, e BLOB, f NUMERIC, g);
INSERT INTO t VALUES(1,'x',1,1,1,1,1);
CREATE TABLE log(b,c,d,e,f,g);
CREATE VIEW v AS SELECT b,c,d,e,f,g FROM t;
CREATE VIEW w AS SELECT b||'' b,c+1 c,CAST(d AS TEXT) d,+e e,CAST(f AS NUMERIC) f,coalesce(g,d) g FROM t;
CREATE VIEW x AS SELECT b,c,d,e,f,g FROM t UNION ALL SELECT g,f,e,d,c,b FROM t;
CREATE TRIGGER r1 INSTEAD OF UPDATE ON v BEGIN INSERT INTO log VALUES(new.b,new.c,new.d,new.e,new.f,new.g); END;
CREATE TRIGGER r2 INSTEAD OF UPDATE ON w BEGIN INSERT INTO log VALUES(new.b,new.c,new.d,new.e,new.f,new.g); END;
CREATE TRIGGER r3 INSTEAD OF UPDATE ON x BEGIN INSERT INTO log VALUES(new.b,new.c,new.d,new.e,new.f,new.g); END;
CREATE TRIGGER i1 INSTEAD OF INSERT ON v BEGIN INSERT INTO log VALUES(new.b,new.c,new.d,new.e,new.f,new.g); END;

BEGIN;
UPDATE v SET b=6,c=7,d='8',e='9',f='10',g='11';

SELECT * FROM log;
----
'6'|7.0|8|'9'|10|'11'

ROLLBACK;

BEGIN;
UPDATE v SET b=6,c=7,d='8',e='9',f='10',g='11' RETURNING *;
----
'6'|7.0|8|'9'|10|'11'

ROLLBACK;

BEGIN;
UPDATE v SET b=6,c=7,d='8',e='9',f='10',g='11' FROM (SELECT 1);

SELECT * FROM log;
----
'6'|7.0|8|'9'|10|'11'

ROLLBACK;

BEGIN;
UPDATE v SET c=7, b=c FROM (SELECT 1) RETURNING c,b,typeof(c);
----
7.0|'1.0'|'real'

SELECT *, typeof(c) FROM log;
----
'1.0'|7.0|1|1|1|1|'real'

ROLLBACK;

BEGIN;
UPDATE w SET b=6,c='7',d=8,e='9',f='10',g='11';

SELECT * FROM log;
----
6|'7'|'8'|'9'|10|'11'

ROLLBACK;

BEGIN;
UPDATE x SET b=6,c='7',d=8,e='9',f='10',g='11';

SELECT * FROM log;
----
6|7.0|8|'9'|10|'11'
6|7.0|8|'9'|10|'11'

ROLLBACK;

BEGIN;
UPDATE x SET b=b;

SELECT * FROM log;
----
'x'|1.0|1|1|1|1
1|1.0|1|1|1|'x'

ROLLBACK;

BEGIN;
INSERT INTO v VALUES(6,7,'8','9','10','11') RETURNING *;
----
6|7.0|'8'|'9'|'10'|'11'

SELECT * FROM log;
----
6|7.0|'8'|'9'|'10'|'11'

ROLLBACK;

BEGIN;
INSERT INTO v SELECT 6,7,'8','9','10','11' RETURNING *;
----
6|7.0|'8'|'9'|'10'|'11'

SELECT * FROM log;
----
6|7.0|'8'|'9'|'10'|'11'

ROLLBACK;

BEGIN;
INSERT INTO v(c) VALUES('9') RETURNING *;
----
NULL|'9'|NULL|NULL|NULL|NULL

ROLLBACK;

BEGIN;
DROP TRIGGER r1;

CREATE TRIGGER r1 INSTEAD OF UPDATE ON v WHEN new.c > '6' BEGIN INSERT INTO log VALUES(new.b=6,new.c='7',new.d='8',new.e,new.f,typeof(new.g)); END;

UPDATE v SET b=6,c=7,d='8',e='9',f='10',g='11';

SELECT * FROM log;

ROLLBACK;

BEGIN;
UPDATE v SET b=b,c=c,d=d,e=e;

SELECT * FROM log;
----
'x'|1.0|1|1|1|1

ROLLBACK;
