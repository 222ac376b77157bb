-- Generated columns that depend on themselves: CREATE TABLE refuses them, ADD COLUMN does not, and they fail when they are read.

CREATE TABLE t(a, n AS (n + 1));
----
error ERROR: generated column loop on "n"

CREATE TABLE t(a, n AS (m), m AS (n));
----
error ERROR: generated column loop on "m"

CREATE TABLE t(a, n AS (m), m AS (o), o AS (n), p AS (a));
----
error ERROR: generated column loop on "o"

CREATE TABLE t(a, p AS (q), q AS (a + r), r AS (a));
CREATE TABLE u(a);
ALTER TABLE u ADD n AS (n + 1);

SELECT a FROM u;

SELECT * FROM u;
----
error ERROR: generated column loop on "n"

SELECT a FROM u WHERE n;
----
error ERROR: generated column loop on "n"

INSERT INTO u VALUES(1);
----
error ERROR: generated column loop on "n"

UPDATE u SET a = 1;
----
error ERROR: generated column loop on "n"

DELETE FROM u;

DELETE FROM u WHERE n;
----
error ERROR: generated column loop on "n"

CREATE INDEX i ON u(n);
----
error ERROR: generated column loop on "n"

ALTER TABLE u DROP n;

INSERT INTO u VALUES(1);

SELECT * FROM u;
----
1
