-- PRAGMA data_version: changes when another connection commits.
-- covers: data_version
-- backends: memory file trees keyvalue
-- labels: yes

PRAGMA data_version;
----
# data_version
1

PRAGMA data_version = 5;
----
# data_version
1

PRAGMA data_version;
----
# data_version
1

PRAGMA data_version(3);
----
# data_version
1

PRAGMA main.data_version;
----
# data_version
1

PRAGMA temp.data_version;
----
# data_version
1

PRAGMA nosuch.data_version;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_data_version;
----
# data_version
1

SELECT * FROM pragma_data_version('main');
----
error ERROR: too many arguments on pragma_data_version() - max 0

SELECT * FROM pragma_data_version WHERE schema = 'temp';
----
error ERROR: no such column: schema

SELECT * FROM pragma_data_version(1, 2);
----
error ERROR: too many arguments on pragma_data_version() - max 0
