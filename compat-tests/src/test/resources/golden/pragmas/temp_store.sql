-- PRAGMA temp_store: where temporary tables are.
-- covers: temp_store
-- labels: yes

PRAGMA temp_store;
----
# temp_store
0

PRAGMA temp_store = 1;

PRAGMA temp_store;
----
# temp_store
1

PRAGMA temp_store = 2;

PRAGMA temp_store;
----
# temp_store
2

PRAGMA temp_store = 0;

PRAGMA temp_store;
----
# temp_store
0

PRAGMA temp_store = 3;

PRAGMA temp_store;
----
# temp_store
0

PRAGMA temp_store = file;

PRAGMA temp_store;
----
# temp_store
1

PRAGMA temp_store = memory;

PRAGMA temp_store;
----
# temp_store
2

PRAGMA temp_store = default;

PRAGMA temp_store;
----
# temp_store
0

PRAGMA temp_store = FILE;

PRAGMA temp_store;
----
# temp_store
1

PRAGMA temp_store = nonsense;

PRAGMA temp_store;
----
# temp_store
0

PRAGMA temp_store(3);

PRAGMA main.temp_store;
----
# temp_store
0

PRAGMA temp.temp_store;
----
# temp_store
0

PRAGMA nosuch.temp_store;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_temp_store;
----
# temp_store
0

SELECT * FROM pragma_temp_store('main');
----
error ERROR: too many arguments on pragma_temp_store() - max 0

SELECT * FROM pragma_temp_store WHERE schema = 'temp';
----
error ERROR: no such column: schema

SELECT * FROM pragma_temp_store(1, 2);
----
error ERROR: too many arguments on pragma_temp_store() - max 0
