-- Also with legacy_alter_table a name in double quotes must be a column, in the table and its indexes, when a column is dropped or renamed.

CREATE TABLE t(a, b, c CHECK("b" > 0));

CREATE INDEX i ON t("a");

PRAGMA legacy_alter_table = 1;

ALTER TABLE t DROP a;
----
error ERROR: error in index i after drop column: no such column: "a" - should this be a string literal in single-quotes?

ALTER TABLE t DROP b;
----
error ERROR: error in table t after drop column: no such column: "b" - should this be a string literal in single-quotes?

ALTER TABLE t RENAME a TO x;

ALTER TABLE t RENAME b TO y;

ALTER TABLE t DROP x;
----
error ERROR: error in index i after drop column: no such column: "x" - should this be a string literal in single-quotes?

ALTER TABLE t DROP y;
----
error ERROR: error in table t after drop column: no such column: "y" - should this be a string literal in single-quotes?

SELECT sql FROM sqlite_schema;
----
'CREATE TABLE t(x, y, c CHECK("y" > 0))'
'CREATE INDEX i ON t("x")'
