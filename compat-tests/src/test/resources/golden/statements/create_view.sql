-- CREATE VIEW.
-- covers: CREATE VIEW
-- labels: yes

CREATE TABLE t(a, b);
INSERT INTO t VALUES(1, 'x'), (2, 'y');
CREATE VIEW v AS SELECT a + 1 AS n, b FROM t;
CREATE VIEW w(p, q) AS SELECT n, b FROM v WHERE n > 2;
CREATE TEMP VIEW tv AS SELECT count(*) FROM main.t;
CREATE VIEW IF NOT EXISTS v AS SELECT 1;
SELECT * FROM v;
----
# n|b
2|'x'
3|'y'

SELECT * FROM w;
----
# p|q
3|'y'

SELECT p FROM w JOIN v ON w.p = v.n;
----
# p
3

SELECT * FROM tv;
----
# count(*)
2

SELECT sql FROM sqlite_schema WHERE type = 'view';
----
# sql
'CREATE VIEW v AS SELECT a + 1 AS n, b FROM t'
'CREATE VIEW w(p, q) AS SELECT n, b FROM v WHERE n > 2'

CREATE VIEW v AS SELECT 1;
----
error ERROR: view v already exists

CREATE VIEW t AS SELECT 1;
----
error ERROR: table t already exists

INSERT INTO v VALUES(1, 2);
----
error ERROR: cannot modify v because it is a view

UPDATE v SET b = 1;
----
error ERROR: cannot modify v because it is a view

DELETE FROM v;
----
error ERROR: cannot modify v because it is a view

CREATE VIEW p AS SELECT ?;
----
error ERROR: parameters are not allowed in views

CREATE VIEW bad AS SELECT nosuch FROM t;
SELECT * FROM bad;
----
error ERROR: no such column: nosuch

CREATE VIEW few(a) AS SELECT 1, 2;
SELECT * FROM few;
----
error ERROR: expected 1 columns for 'few' but got 2

CREATE VIEW missing AS SELECT * FROM nosuch;
SELECT * FROM missing;
----
error ERROR: no such table: main.nosuch

CREATE VIEW c1 AS SELECT * FROM c2;
CREATE VIEW c2 AS SELECT * FROM c1;
SELECT * FROM c1;
----
error ERROR: view c1 is circularly defined

CREATE VIEW other AS SELECT * FROM temp.tv;
----
error ERROR: view other cannot reference objects in database temp

-- Its columns are those of the query now.
CREATE VIEW star AS SELECT * FROM t;
ALTER TABLE t ADD COLUMN c DEFAULT 9;
SELECT * FROM star;
----
# a|b|c
1|'x'|9
2|'y'|9
