-- sqlite_version(), sqlite_source_id(), sqlite_compileoption_used(X), sqlite_compileoption_get(N), sqlite_log(X,Y).
-- covers: sqlite_version sqlite_source_id sqlite_compileoption_used sqlite_compileoption_get sqlite_log

SELECT substr(sqlite_version(), 1, 4), typeof(sqlite_source_id());
----
'3.54'|'text'

SELECT sqlite_compileoption_used('NOSUCH'), sqlite_compileoption_used(NULL), sqlite_compileoption_get(-1), sqlite_compileoption_get(10000), typeof(sqlite_compileoption_get(0)), sqlite_compileoption_used(sqlite_compileoption_get(0));
----
0|NULL|NULL|NULL|'text'|1

SELECT sqlite_log(1, 'message'), sqlite_log(NULL, NULL);
----
NULL|NULL

SELECT sqlite_version(1);
----
error ERROR: wrong number of arguments to function sqlite_version()

SELECT sqlite_source_id(1);
----
error ERROR: wrong number of arguments to function sqlite_source_id()

SELECT sqlite_compileoption_used();
----
error ERROR: wrong number of arguments to function sqlite_compileoption_used()

SELECT sqlite_log(1);
----
error ERROR: wrong number of arguments to function sqlite_log()
