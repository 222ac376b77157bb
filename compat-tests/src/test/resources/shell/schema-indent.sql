CREATE TABLE long(a INTEGER PRIMARY KEY, b TEXT NOT NULL DEFAULT 'x(y,z)', c REAL CHECK (c > 0 AND c < 10), FOREIGN KEY (b) REFERENCES other(b));
CREATE TABLE other(b PRIMARY KEY);
CREATE TABLE withcomment(a, -- the first, with a comma
   b /* the second */, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u);
CREATE INDEX along ON long(a, b COLLATE NOCASE DESC, c) WHERE a > 10 AND b IS NOT NULL AND c < 5 AND a < 100;
CREATE VIEW v AS SELECT a, b, c FROM long WHERE a IN (SELECT a FROM long) AND b LIKE 'something long' AND c > 1;
CREATE TRIGGER tr AFTER INSERT ON long BEGIN UPDATE long SET c=1 WHERE a=new.a; DELETE FROM other WHERE b=new.b; END;
CREATE TABLE   spaced  (  a  ,  b  )  ;
.schema --indent
.schema
