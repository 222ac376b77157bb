-- The text of a definition after constraints came and went: what is removed goes with the space and comments around it, NOT NULL comes right before the comma or parenthesis.

CREATE TABLE t(a, b , c );

ALTER TABLE t ALTER b SET NOT NULL;

SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE t(a, b  NOT NULL, c )'

DROP TABLE t;

CREATE TABLE t(a, b INT /* x */ , c);

ALTER TABLE t ALTER b SET NOT  NULL ON CONFLICT  IGNORE;

SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE t(a, b INT /* x */  NOT  NULL ON CONFLICT  IGNORE, c)'

ALTER TABLE t ALTER b DROP NOT NULL;

SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE t(a, b INT, c)'

DROP TABLE t;

CREATE TABLE t(a, b CHECK(b > 1) );

ALTER TABLE t ALTER b SET NOT NULL;

SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE t(a, b CHECK(b > 1)  NOT NULL)'

ALTER TABLE t ADD CONSTRAINT k CHECK(a > 1);

SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE t(a, b CHECK(b > 1)  NOT NULL, CONSTRAINT k CHECK(a > 1))'

DROP TABLE t;

CREATE TABLE t(a, b CONSTRAINT x  NOT NULL UNIQUE , c );

ALTER TABLE t DROP CONSTRAINT x;

SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE t(a, b UNIQUE , c )'

ALTER TABLE t ALTER c SET NOT NULL;

SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE t(a, b UNIQUE , c  NOT NULL)'

ALTER TABLE t ALTER c DROP NOT NULL;

SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE t(a, b UNIQUE , c)'

DROP TABLE t;

CREATE TABLE t(a, b   CONSTRAINT x   NOT NULL   CHECK(b > 1)  , c);

ALTER TABLE t ALTER b SET NOT NULL;

SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE t(a, b CHECK(b > 1)   NOT NULL, c)'

DROP TABLE t;

CREATE TABLE t(a, b, CONSTRAINT x CHECK(b > 1)  , UNIQUE(a));

ALTER TABLE t DROP CONSTRAINT x;

SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE t(a, b, UNIQUE(a))'

DROP TABLE t;

CREATE TABLE t(a, b,   CONSTRAINT x CHECK(b > 1) CHECK(a > 1)  , UNIQUE(a));

ALTER TABLE t DROP CONSTRAINT x;

SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE t(a, b, CHECK(a > 1)  , UNIQUE(a))'

DROP TABLE t;

CREATE TABLE t(a, b,   CHECK(b > 1) CONSTRAINT x CHECK(a > 1)  );

ALTER TABLE t DROP CONSTRAINT x;

SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE t(a, b,   CHECK(b > 1))'

DROP TABLE t;

CREATE TABLE t(a, b NOT NULL /* x */ , c);

ALTER TABLE t ALTER b DROP NOT NULL;

SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE t(a, b, c)'

DROP TABLE t;

CREATE TABLE t(a, b , CONSTRAINT x CHECK(a > 1) );

ALTER TABLE t DROP CONSTRAINT x;

SELECT sql FROM sqlite_schema WHERE name = 't';
----
'CREATE TABLE t(a, b )'

DROP TABLE t;
