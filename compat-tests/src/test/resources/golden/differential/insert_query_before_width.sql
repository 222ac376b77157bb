-- What is wrong with the query of an INSERT is told before a wrong number of columns, and a name that is none before both.

CREATE TABLE t(a,b);
CREATE TABLE u(a,b);
CREATE VIEW v AS SELECT * FROM t;
CREATE TRIGGER r INSTEAD OF INSERT ON v BEGIN SELECT nosuch; END;

INSERT INTO u SELECT b FROM t WHERE b IN t;
----
error ERROR: sub-select returns 2 columns - expected 1

INSERT INTO u(a,b) SELECT b FROM t WHERE b IN t;
----
error ERROR: sub-select returns 2 columns - expected 1

INSERT INTO u VALUES(1 IN t);
----
error ERROR: table u has 2 columns but 1 values were supplied

INSERT INTO u VALUES(1 IN t),(2);
----
error ERROR: sub-select returns 2 columns - expected 1

INSERT INTO u(nosuch) SELECT b FROM t WHERE b IN t;
----
error ERROR: table u has no column named nosuch

INSERT INTO v(nosuch) SELECT nosuch2;
----
error ERROR: table v has no column named nosuch

INSERT INTO v(nosuch) VALUES(nosuch2);
----
error ERROR: table v has no column named nosuch

INSERT INTO v SELECT nosuch2;
----
error ERROR: no such column: nosuch2

INSERT INTO v SELECT b FROM t WHERE b IN t;
----
error ERROR: sub-select returns 2 columns - expected 1

INSERT INTO v(a) VALUES(1,2);
----
error ERROR: 2 values for 1 columns

INSERT INTO v(a,b) SELECT 1;
----
error ERROR: 1 values for 2 columns

INSERT INTO v VALUES(1,2);
----
error ERROR: no such column: nosuch
