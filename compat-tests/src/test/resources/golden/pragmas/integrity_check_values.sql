-- PRAGMA integrity_check with a value: how many rows may come, or the name of a table.

CREATE TABLE t(a);

-- A number as it is written, without its sign and what follows its digits; in quotes it is the name of a table.
PRAGMA integrity_check=-1;
----
'ok'

PRAGMA integrity_check=1.5;
----
'ok'

PRAGMA integrity_check='1';
----
error ERROR: no such table: 1

PRAGMA integrity_check=2147483648;
----
error ERROR: no such table: 2147483648

SELECT * FROM pragma_integrity_check(1);
----
error ERROR: no such table: 1

-- A schema counts only together with an argument.
SELECT * FROM pragma_integrity_check WHERE schema='main';

SELECT *,schema FROM pragma_integrity_check(NULL,'main');
----
'ok'|'main'
