-- Of several foreign keys that do not match, an UPSERT tells the newest, an UPDATE alone the last that acts.

CREATE TABLE p(a, b, PRIMARY KEY(a, b));
CREATE TABLE c(b REFERENCES p ON UPDATE CASCADE);
CREATE TABLE d(b, d, FOREIGN KEY(b, d) REFERENCES p(a, nosuch));
PRAGMA foreign_keys=on;

INSERT INTO p(a) VALUES('1') ON CONFLICT DO UPDATE SET a=NULL;
----
error ERROR: foreign key mismatch - "d" referencing "p"

UPDATE p SET a=1;
----
error ERROR: foreign key mismatch - "c" referencing "p"

DELETE FROM p;
----
error ERROR: foreign key mismatch - "d" referencing "p"
