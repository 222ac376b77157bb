-- A text in single quotes names a column where an index is created; in double quotes it may be a text.
-- covers: CREATE INDEX

CREATE TABLE t(a, b);
CREATE INDEX i ON t('d');
----
error ERROR: no such column: d

CREATE INDEX i ON t(('d'));
----
error ERROR: no such column: d

CREATE INDEX i ON t('d' COLLATE NOCASE);
----
error ERROR: no such column: d

CREATE INDEX i ON t('a');

CREATE INDEX j ON t("d");

SELECT name, sql FROM sqlite_schema WHERE type = 'index';
----
'i'|'CREATE INDEX i ON t(''a'')'
'j'|'CREATE INDEX j ON t("d")'
