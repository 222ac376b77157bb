-- Names, literals and comments.

CREATE TABLE "order"("group" INT, [select] TEXT, `from` TEXT, "a""b", 'single');
INSERT INTO "order" VALUES(1, 'x', 'y', 'z', 's');
SELECT "group", [select], `from`, "a""b", single, "order"."group", main."order".[select] FROM "order";
----
1|'x'|'y'|'z'|'s'|1|'x'

SELECT 'it''s', x'0aFF', X'', 'ä😀', '', "no column", 'a' 'b';
----
'it''s'|x'0aff'|x''|'ä😀'|''|'no column'|'a'

SELECT 'a' -- comment
  , /* another */ 'b' /* a third one
  over lines */, 'c';
----
'a'|'b'|'c'

SELECT 1 AS 'text name', 2 AS "quoted name", 3 AS [bracketed], 4 AS `ticks`, 5 plain, 6 AS "";
----
1|2|3|4|5|6

SELECT abs(-1), ABS(-1), "abs"(-1), [abs](-1);
----
1|1|1|1

SELECT ä FROM (SELECT 1 AS ä);
----
1

SELECT _a$1 FROM (SELECT 5 AS _a$1);
----
5

SELECT x'0';
----
error ERROR: unrecognized token: "x'0'"

SELECT x'0g';
----
error ERROR: unrecognized token: "x'0g'"

SELECT 'open;
----
error ERROR: unrecognized token: "'open;"

SELECT "open;
----
error ERROR: unrecognized token: ""open;"

SELECT [open;
----
error ERROR: unrecognized token: "[open;"

SELECT 1a;
----
error ERROR: unrecognized token: "1a"

SELECT 1.2.3;
----
error ERROR: near ".3": syntax error

SELECT #1;
----
error ERROR: near "#1": syntax error

SELECT !1;
----
error ERROR: unrecognized token: "!"

SELECT \1;
----
error ERROR: unrecognized token: "\"

SELECT 1 /* open;
----
1

-- bind: 1, 2, 3
SELECT ?, ?, ?;
----
1|2|3

-- bind: 1, 2, 3
SELECT ?3, ?1, ?2;
----
3|1|2

-- bind: 'a', 2
SELECT :name, @other, :name;
----
'a'|2|'a'

SELECT ?0;
----
error ERROR: variable number must be between ?1 and ?250000

SELECT ?250001;
----
error ERROR: variable number must be between ?1 and ?250000

SELECT :;
----
error ERROR: unrecognized token: ":"
