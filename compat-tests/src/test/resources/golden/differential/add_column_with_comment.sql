-- The definition of an added column is all text up to the end of the statement, with comments; one that goes to the end of its line hides what stands behind it.

CREATE TABLE t(a, CHECK(a > 0));

ALTER TABLE t ADD b /* x */ DEFAULT 1 /* y */ /* z */  ;

ALTER TABLE t ADD c -- x
;
----
error ERROR: error in table t after add column: incomplete input

ALTER TABLE t ADD c INT -- x
 /* y */;

SELECT sql FROM sqlite_schema;
----
unistr('CREATE TABLE t(a, b /* x */ DEFAULT 1 /* y */ /* z */, c INT -- x\u000a /* y */, CHECK(a > 0))')

PRAGMA table_info(t);
----
0|'a'|''|0|NULL|0
1|'b'|''|0|'1'|0
2|'c'|'INT'|0|NULL|0

ALTER TABLE t ADD d COLLATE nosuch -- x
;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: nosuch

ALTER TABLE t ADD d CHECK(nosuch) -- x
;
----
error ERROR: error in table t after add column: incomplete input

ALTER TABLE t ADD d DEFAULT (a) -- x
;
----
error ERROR: default value of column [d] is not constant
