-- A default has to be constant by its look: calls are, whatever they call; names in double quotes are not.

CREATE TABLE unknown_call(a DEFAULT (nosuch(1)));

CREATE TABLE arguments(a DEFAULT (abs(1, 2)));

CREATE TABLE aggregate(a DEFAULT (max(1)), b DEFAULT (count(DISTINCT 1)));

CREATE TABLE row_value(a DEFAULT ((1, 2)), b DEFAULT (1 IN (1, 2)), c DEFAULT (true), d DEFAULT (1 COLLATE NOCASE));

INSERT INTO unknown_call DEFAULT VALUES;
----
error ERROR: unknown function: nosuch()

INSERT INTO arguments DEFAULT VALUES;
----
error ERROR: unknown function: abs()

INSERT INTO aggregate(b) VALUES(1);
----
error ERROR: unknown function: max()

INSERT INTO row_value DEFAULT VALUES;
----
error ERROR: row value misused

INSERT INTO unknown_call VALUES(2);

SELECT * FROM unknown_call;
----
2

ALTER TABLE unknown_call ADD c DEFAULT (nosuch(2));
----
error ERROR: Cannot add a column with non-constant default

CREATE TABLE n(a DEFAULT ("x"));
----
error ERROR: default value of column [a] is not constant

CREATE TABLE n(a DEFAULT (nosuch(b)));
----
error ERROR: default value of column [a] is not constant

CREATE TABLE n(a DEFAULT (row_number() OVER ()));
----
error ERROR: default value of column [a] is not constant

CREATE TABLE n(a DEFAULT (abs(1) FILTER (WHERE 1)));
----
error ERROR: default value of column [a] is not constant

CREATE TABLE n(a DEFAULT (RAISE(IGNORE)));
----
error ERROR: default value of column [a] is not constant

CREATE TABLE n(a DEFAULT (1 IN nosuch));
----
error ERROR: default value of column [a] is not constant

CREATE TABLE n(a DEFAULT ((SELECT 1)));
----
error ERROR: default value of column [a] is not constant

CREATE TABLE n(a DEFAULT (?));
----
error ERROR: default value of column [a] is not constant

CREATE TABLE quoted(a DEFAULT "x");

INSERT INTO quoted DEFAULT VALUES;

SELECT * FROM quoted;
----
'x'

-- So has the offset of a window's frame, and calls are not: as NULL they are wrong if there is a row.
CREATE TABLE t(x);

INSERT INTO t VALUES(1), (2);

SELECT sum(x) OVER (ROWS 1 + 1 PRECEDING) FROM t;
----
1
3

SELECT sum(x) OVER (ROWS CAST('1' AS INT) PRECEDING) FROM t;
----
1
3

SELECT sum(x) OVER (ROWS CASE WHEN 1 THEN true END PRECEDING) FROM t;
----
1
3

SELECT sum(x) OVER (ROWS abs(-1) PRECEDING) FROM t;
----
error ERROR: frame starting offset must be a non-negative integer

SELECT sum(x) OVER (ROWS 'a' LIKE 'a' PRECEDING) FROM t;
----
error ERROR: frame starting offset must be a non-negative integer

SELECT sum(x) OVER (ROWS BETWEEN 1 PRECEDING AND x FOLLOWING) FROM t;
----
error ERROR: frame ending offset must be a non-negative integer

SELECT sum(x) OVER (ORDER BY x RANGE x PRECEDING) FROM t;
----
error ERROR: frame starting offset must be a non-negative number

SELECT sum(x) OVER (ROWS (SELECT 1) PRECEDING) FROM t;
----
error ERROR: frame starting offset must be a non-negative integer

SELECT sum(x) OVER (ROWS nosuch PRECEDING) FROM t;
----
error ERROR: frame starting offset must be a non-negative integer

SELECT sum(x) OVER (ROWS nosuch PRECEDING) FROM t WHERE 0;

-- A comma may stand in front of a table's options.
CREATE TABLE o1(a INT), STRICT;

CREATE TABLE o2(a INT PRIMARY KEY), WITHOUT ROWID, STRICT;

SELECT sql FROM sqlite_schema WHERE name LIKE 'o_';
----
'CREATE TABLE o1(a INT), STRICT'
'CREATE TABLE o2(a INT PRIMARY KEY), WITHOUT ROWID, STRICT'

INSERT INTO o1 VALUES('x');
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column o1.a

CREATE TABLE n(a),, STRICT;
----
error ERROR: near ",": syntax error

CREATE TABLE n(a), b);
----
error ERROR: near ")": syntax error

CREATE TABLE n(a),;
----
error ERROR: near ";": syntax error
