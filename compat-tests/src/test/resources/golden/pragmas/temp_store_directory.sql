-- PRAGMA temp_store_directory: deprecated.
-- covers: temp_store_directory

PRAGMA temp_store_directory;

PRAGMA temp_store_directory = '/no/such/directory';
----
error ERROR: not a writable directory

PRAGMA temp_store_directory = '{dir}';
PRAGMA temp_store_directory;
----
'{dir}'

PRAGMA temp_store_directory = '';
PRAGMA temp_store_directory;
