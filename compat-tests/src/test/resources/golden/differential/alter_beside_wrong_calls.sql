-- ALTER TABLE does not look at functions in views and triggers: the connection need not have them, and calls may be wrong.

CREATE TABLE t(a, b, c, d);
CREATE TABLE u(x);
CREATE VIEW v1 AS SELECT nosuch(a) FROM t;
CREATE VIEW v2 AS SELECT sum(sum(a)), abs(), abs(a) OVER (), row_number(), abs(a) FILTER (WHERE a), nosuch(*) FROM t;
CREATE VIEW v3 AS SELECT raise(IGNORE) FROM t WHERE count(DISTINCT a, c) GROUP BY nosuch(a);
CREATE TRIGGER r AFTER DELETE ON u WHEN sum(old.x) BEGIN SELECT nosuch(a ORDER BY a) FROM t; END;

ALTER TABLE t RENAME a TO z;

ALTER TABLE t RENAME TO w;

ALTER TABLE w DROP b;

ALTER TABLE u RENAME x TO y;

SELECT sql FROM sqlite_schema;
----
'CREATE TABLE "w"(z, c, d)'
'CREATE TABLE u(y)'
'CREATE VIEW v1 AS SELECT nosuch(z) FROM "w"'
'CREATE VIEW v2 AS SELECT sum(sum(z)), abs(), abs(z) OVER (), row_number(), abs(z) FILTER (WHERE z), nosuch(*) FROM "w"'
'CREATE VIEW v3 AS SELECT raise(IGNORE) FROM "w" WHERE count(DISTINCT z, c) GROUP BY nosuch(z)'
'CREATE TRIGGER r AFTER DELETE ON u WHEN sum(old.y) BEGIN SELECT nosuch(z ORDER BY z) FROM "w"; END'

-- Names are looked at, also in such calls.
ALTER TABLE w DROP c;
----
error ERROR: error in view v3 after drop column: no such column: c

CREATE VIEW v4 AS SELECT nosuch(1) + nocolumn;

ALTER TABLE w RENAME z TO a;
----
error ERROR: error in view v4: no such column: nocolumn

DROP VIEW v4;
CREATE VIEW v4 AS SELECT nosuch(nocolumn);

ALTER TABLE w RENAME z TO a;
----
error ERROR: error in view v4: no such column: nocolumn

DROP VIEW v4;
CREATE VIEW v4 AS SELECT likelihood(1, 2);

ALTER TABLE w RENAME z TO a;
----
error ERROR: error in view v4: second argument to likelihood() must be a constant between 0.0 and 1.0

-- An INSERT calls its table by the alias in messages.
INSERT INTO u AS n(z) VALUES(1);
----
error ERROR: table n has no column named z

INSERT INTO u AS n VALUES(1, 2);
----
error ERROR: table n has 1 columns but 2 values were supplied

INSERT INTO main.u AS n VALUES(1, 2);
----
error ERROR: table n has 1 columns but 2 values were supplied

CREATE TABLE x(a COLLATE nosuch) WITHOUT ROWID;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: nosuch
