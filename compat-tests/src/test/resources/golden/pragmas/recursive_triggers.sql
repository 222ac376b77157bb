-- PRAGMA recursive_triggers: whether triggers fire triggers of their own table.
-- covers: recursive_triggers
-- labels: yes

PRAGMA recursive_triggers;
----
# recursive_triggers
0

PRAGMA recursive_triggers = ON;
PRAGMA recursive_triggers;
----
# recursive_triggers
1

PRAGMA recursive_triggers(off);
PRAGMA recursive_triggers;
----
# recursive_triggers
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA recursive_triggers = 256;
PRAGMA recursive_triggers;
----
# recursive_triggers
1

PRAGMA recursive_triggers = 255;
PRAGMA recursive_triggers;
----
# recursive_triggers
1

PRAGMA recursive_triggers = nonsense;
PRAGMA recursive_triggers;
----
# recursive_triggers
0

PRAGMA recursive_triggers = 'Yes';
PRAGMA recursive_triggers;
----
# recursive_triggers
1

PRAGMA recursive_triggers = -1;
PRAGMA recursive_triggers;
----
# recursive_triggers
0

PRAGMA main.recursive_triggers = true;
PRAGMA temp.recursive_triggers;
----
# recursive_triggers
1

PRAGMA nosuch.recursive_triggers;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_recursive_triggers;
----
# recursive_triggers
1

SELECT * FROM pragma_recursive_triggers('main');
----
error ERROR: too many arguments on pragma_recursive_triggers() - max 0

PRAGMA recursive_triggers = 1 2;
----
error ERROR: near "2": syntax error

PRAGMA recursive_triggers = 0;
CREATE TABLE t(a);
CREATE TRIGGER tr AFTER INSERT ON t WHEN new.a < 5 BEGIN
  INSERT INTO t VALUES(new.a + 1);
END;
INSERT INTO t VALUES(1);
SELECT group_concat(a) FROM t;
----
# group_concat(a)
'1,2'

PRAGMA recursive_triggers = 1;
DELETE FROM t;
INSERT INTO t VALUES(1);
SELECT group_concat(a) FROM t;
----
# group_concat(a)
'1,2,3,4,5'

-- REPLACE fires DELETE triggers only if they are recursive.
CREATE TABLE u(id INTEGER PRIMARY KEY, v);
CREATE TABLE log(x);
CREATE TRIGGER ud AFTER DELETE ON u BEGIN
  INSERT INTO log VALUES(old.v);
END;
INSERT INTO u VALUES(1, 'one');
REPLACE INTO u VALUES(1, 'uno');
PRAGMA recursive_triggers = 0;
REPLACE INTO u VALUES(1, 'eins');
SELECT * FROM log;
----
# x
'one'
