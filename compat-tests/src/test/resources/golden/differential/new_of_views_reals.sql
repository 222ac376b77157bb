-- Reals in OLD and NEW of views, and in RETURNING.

CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c REAL, d INT, e BLOB, f NUMERIC, g);
INSERT INTO t VALUES(1,'x',1,1,1,1,1);
CREATE TABLE log(b,c,d,e,f,g);
CREATE TRIGGER r4 AFTER INSERT ON t BEGIN INSERT INTO log VALUES(new.c, typeof(new.c), new.c||'', new.c/2, new.c, 1); END;
CREATE VIEW w AS SELECT c b, f c, CAST(c AS NUMERIC) d FROM t;
CREATE TRIGGER r2 INSTEAD OF UPDATE ON w BEGIN INSERT INTO log VALUES(new.b,typeof(new.b),new.c,new.d,old.b,typeof(old.d)); END;

BEGIN;
INSERT INTO t VALUES(2,2,2,2,2,2,2);

SELECT * FROM log;
----
2.0|'real'|'2.0'|1.0|2.0|1

ROLLBACK;

BEGIN;
UPDATE w SET b=5,c=7.0,d=8.0;

SELECT * FROM log;
----
5.0|'real'|7|8|1.0|'real'

ROLLBACK;

BEGIN;
UPDATE w SET b='5',c='7.0',d='8.0';

SELECT * FROM log;
----
5.0|'real'|7|8|1.0|'real'

ROLLBACK;

BEGIN;
UPDATE w SET b=x'31',c=NULL,d='8.5 ';

SELECT * FROM log;
----
x'31'|'blob'|NULL|8.5|1.0|'real'

ROLLBACK;

BEGIN;
UPDATE w SET b=b;

SELECT * FROM log;
----
1.0|'real'|1|1|1.0|'real'

ROLLBACK;

CREATE TRIGGER r3 INSTEAD OF INSERT ON w BEGIN INSERT INTO log VALUES(new.b,typeof(new.b),new.c,new.d,typeof(new.c),typeof(new.d)); END;
CREATE TRIGGER r5 INSTEAD OF DELETE ON w BEGIN INSERT INTO log VALUES(old.b,typeof(old.b),old.c,old.d,typeof(old.c),typeof(old.d)); END;
CREATE VIEW x AS SELECT c FROM t UNION ALL SELECT d FROM t;
CREATE TRIGGER x5 INSTEAD OF DELETE ON x BEGIN INSERT INTO log VALUES(old.c,typeof(old.c),1,2,3,4); END;
CREATE TRIGGER x6 INSTEAD OF UPDATE ON x BEGIN INSERT INTO log VALUES(old.c,typeof(old.c),new.c,typeof(new.c),3,4); END;

BEGIN;
INSERT INTO w VALUES(7,7,7) RETURNING b, typeof(b), b||'', c, d, b+1, b/2, max(b,1);
----
7.0|'integer'|'7'|7|7|8|3|7

SELECT * FROM log;
----
7.0|'real'|7|7|'integer'|'integer'

ROLLBACK;

BEGIN;
INSERT INTO w VALUES('7','7','7') RETURNING b, typeof(b), b||'', c, d, b+1, b/2;
----
'7'|'text'|'7'|'7'|'7'|8|3

SELECT * FROM log;
----
'7'|'text'|'7'|'7'|'text'|'text'

ROLLBACK;

BEGIN;
INSERT INTO w SELECT a,a,a FROM t RETURNING b, typeof(b), b||'', c, d, b+1, b/2;
----
1.0|'integer'|'1'|1|1|2|0

SELECT * FROM log;
----
1.0|'real'|1|1|'integer'|'integer'

ROLLBACK;

BEGIN;
UPDATE w SET b=3,c='4' RETURNING b, typeof(b), b||'', c, d, b+1, b/2, typeof(c);
----
3.0|'real'|'3.0'|4|1|4.0|1.5|'integer'

SELECT * FROM log;
----
3.0|'real'|4|1|1.0|'real'

ROLLBACK;

BEGIN;
UPDATE w SET b='3.0',c=NULL RETURNING b, typeof(b), b||'', c, d, b+1, b/2, typeof(c);
----
3.0|'real'|'3.0'|NULL|1|4.0|1.5|'null'

SELECT * FROM log;
----
3.0|'real'|NULL|1|1.0|'real'

ROLLBACK;

BEGIN;
DELETE FROM w RETURNING b, typeof(b), b||'', c, d, b+1, b/2;
----
1.0|'real'|'1.0'|1|1.0|2.0|0.5

SELECT * FROM log;
----
1.0|'real'|1|1.0|'integer'|'real'

ROLLBACK;

BEGIN;
DELETE FROM x RETURNING c, typeof(c), c||'', c/2;
----
1.0|'real'|'1.0'|0.5
1.0|'real'|'1.0'|0.5

SELECT * FROM log;
----
1.0|'real'|1|2|3|4
1.0|'real'|1|2|3|4

ROLLBACK;

BEGIN;
UPDATE x SET c=c RETURNING c, typeof(c), c||'', c/2;
----
1.0|'real'|'1.0'|0.5
1.0|'real'|'1.0'|0.5

SELECT * FROM log;
----
1.0|'real'|1.0|'real'|3|4
1.0|'real'|1.0|'real'|3|4

ROLLBACK;

BEGIN;
UPDATE x SET c=5 RETURNING c, typeof(c), c||'', c/2;
----
5.0|'real'|'5.0'|2.5
5.0|'real'|'5.0'|2.5

SELECT * FROM log;
----
1.0|'real'|5.0|'real'|3|4
1.0|'real'|5.0|'real'|3|4

ROLLBACK;

BEGIN;
DROP TRIGGER r2;

CREATE TRIGGER r2 INSTEAD OF UPDATE ON w WHEN new.b='7' OR new.b<>7.0 BEGIN INSERT INTO log VALUES(new.b='7',new.b=7,new.c='7',new.d>'7',old.b,typeof(old.d)); END;

UPDATE w SET b=7, c=7;

UPDATE w SET b='7',c='7';

SELECT * FROM log;

ROLLBACK;

BEGIN;
INSERT INTO w(c) VALUES(NULL) RETURNING *;
----
NULL|NULL|NULL

INSERT INTO w DEFAULT VALUES;

SELECT * FROM log;
----
NULL|'null'|NULL|NULL|'null'|'null'
NULL|'null'|NULL|NULL|'null'|'null'

ROLLBACK;
