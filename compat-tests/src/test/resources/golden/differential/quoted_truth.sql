-- TRUE and FALSE are constants only without quotes.

SELECT [true];
----
error ERROR: no such column: true

SELECT "true";
----
'true'

SELECT `false`;
----
error ERROR: no such column: false

SELECT true, (false), 5 IS true;
----
1|0|1

SELECT 5 IS "true";
----
0

SELECT 5 IS [true];
----
error ERROR: no such column: true

CREATE TABLE t("true");

INSERT INTO t VALUES(7);

SELECT true, "true", [true], 7 IS true, 7 IS [true], 7 IS "true" FROM t;
----
7|7|7|1|1|1

CREATE TABLE u(a DEFAULT "true", b DEFAULT [false], c DEFAULT true);

INSERT INTO u DEFAULT VALUES;

SELECT *, typeof(a), typeof(b), typeof(c) FROM u;
----
'true'|'false'|1|'text'|'text'|'integer'

CREATE TABLE v(b DEFAULT ([false]));
----
error ERROR: default value of column [b] is not constant

CREATE TABLE v(a CHECK([true]));
----
error ERROR: no such column: true

CREATE TABLE v(a, b AS ([true]));
----
error ERROR: no such column: true

CREATE INDEX i ON u([true]);
----
error ERROR: no such column: true

CREATE INDEX i ON u(a) WHERE [true];
----
error ERROR: no such column: true

INSERT INTO u(a) VALUES(1) RETURNING [true];
----
error ERROR: no such column: true

SELECT 1 LIMIT [true];
----
error ERROR: no such column: true

SELECT 1 LIMIT true;
----
1

SELECT 1 AS [true] ORDER BY [true];
----
1
