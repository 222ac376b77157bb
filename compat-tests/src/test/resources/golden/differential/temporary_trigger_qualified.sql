-- Steps of a temporary trigger may name the database of the table that they change.

CREATE TABLE t(a, b);
CREATE TEMP TABLE u(a);
CREATE TEMP VIEW v AS SELECT 1 a;
ATTACH ':memory:' AS x;
CREATE TABLE x.k(a PRIMARY KEY, b);

CREATE TEMP TRIGGER r1 AFTER INSERT ON t BEGIN
  INSERT INTO x.k VALUES(new.a, 1) ON CONFLICT(a) DO UPDATE SET b = x.k.b + new.a;
  UPDATE temp.u SET a = a + 1 WHERE a = new.a;
  DELETE FROM main.t WHERE a > 100;
END;

CREATE TRIGGER r2 AFTER INSERT ON u BEGIN UPDATE main.t SET b = new.a WHERE main.t.a = new.a; END;

CREATE TRIGGER r3 INSTEAD OF INSERT ON v BEGIN INSERT INTO main.t VALUES(new.a, new.a); INSERT INTO temp.u VALUES(new.a); END;

INSERT INTO v VALUES(5), (5), (101);

SELECT * FROM main.t;
----
5|5
5|5

SELECT * FROM temp.u;
----
6
5
101

SELECT * FROM x.k;
----
5|6
101|1

-- Renaming finds them.
ALTER TABLE main.t RENAME b TO c;

ALTER TABLE x.k RENAME TO y;

ALTER TABLE main.t RENAME TO z;

SELECT sql FROM temp.sqlite_schema WHERE type = 'trigger';
----
unistr('CREATE TRIGGER r1 AFTER INSERT ON "z" BEGIN\u000a  INSERT INTO x."y" VALUES(new.a, 1) ON CONFLICT(a) DO UPDATE SET b = x."y".b + new.a;\u000a  UPDATE temp.u SET a = a + 1 WHERE a = new.a;\u000a  DELETE FROM main."z" WHERE a > 100;\u000aEND')
'CREATE TRIGGER r2 AFTER INSERT ON u BEGIN UPDATE main."z" SET c = new.a WHERE main."z".a = new.a; END'
'CREATE TRIGGER r3 INSTEAD OF INSERT ON v BEGIN INSERT INTO main."z" VALUES(new.a, new.a); INSERT INTO temp.u VALUES(new.a); END'

INSERT INTO v VALUES(6);

SELECT * FROM z;
----
5|5
5|5
6|6

-- What is missing is told when the trigger runs.
CREATE TEMP TRIGGER r4 AFTER INSERT ON z BEGIN DELETE FROM nowhere.t; END;

INSERT INTO z VALUES(1, 2);
----
error ERROR: no such table: nowhere.t

DROP TRIGGER r4;

-- Others may not.
CREATE TRIGGER r5 AFTER INSERT ON z BEGIN DELETE FROM main.z; END;
----
error ERROR: qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers

CREATE TRIGGER main.r5 AFTER INSERT ON z BEGIN INSERT INTO temp.u VALUES(1); END;
----
error ERROR: qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers

CREATE TRIGGER r5 AFTER INSERT ON nosuch BEGIN UPDATE main.z SET a = 1; END;
----
error ERROR: no such table: main.nosuch
