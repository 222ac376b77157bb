-- Whether the third or a later table of a join is empty is asked first: then nothing is computed for the rows of the others.

CREATE TABLE t(a);
CREATE TABLE u(b);
CREATE TABLE empty(c);
INSERT INTO t VALUES('x'),('y');
INSERT INTO u VALUES(1);

SELECT 1 FROM (VALUES(NULL)) JOIN (SELECT min(NULL)*abs(-9223372036854775807-rowid) FROM u) JOIN empty;

SELECT count(*) FROM t CROSS JOIN u CROSS JOIN empty WHERE json(t.a);
----
0

SELECT count(*) FROM t CROSS JOIN empty WHERE json(t.a);
----
error ERROR: malformed JSON

SELECT count(*) FROM t CROSS JOIN u LEFT JOIN empty WHERE json(t.a);
----
error ERROR: malformed JSON

SELECT count(*) FROM t LEFT JOIN u CROSS JOIN empty WHERE json(t.a);
----
error ERROR: malformed JSON

SELECT count(*), max(b) FROM t JOIN u RIGHT JOIN empty;
----
0|NULL

SELECT count(*), max(b) FROM t JOIN u FULL JOIN empty;
----
2|1

SELECT count(*), max(b) FROM t JOIN u JOIN empty RIGHT JOIN u w;
----
error ERROR: ambiguous column name: b

SELECT (SELECT count(*) FROM t x, u y, empty z WHERE x.a=t.a) FROM t;
----
0
0

UPDATE t SET a=1 FROM u, t x, empty WHERE json(x.a);

SELECT * FROM t;
----
'x'
'y'

-- Behind a RIGHT JOIN nothing is asked first.
CREATE TABLE rj1(c);
CREATE TABLE rj2(c);
CREATE TABLE rj3(c);
INSERT INTO rj1 VALUES(zeroblob(3));
INSERT INTO rj2 VALUES(1);

SELECT 1 FROM rj1 RIGHT JOIN rj2 JOIN rj3 WHERE json_extract(rj1.c,'$.x') IS 1;
----
error ERROR: malformed JSON

SELECT 1 FROM rj1 JOIN rj2 JOIN rj3 WHERE json_extract(rj1.c,'$.x') IS 1;
