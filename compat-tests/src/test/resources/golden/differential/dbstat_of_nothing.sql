-- A database in which nothing was ever written has no pages, and no rows in dbstat.
-- backends: memory

SELECT count(*) FROM dbstat;
----
0

SELECT count(*) FROM dbstat('temp');
----
0

CREATE VIRTUAL TABLE d USING dbstat(temp);

SELECT name FROM d;

SELECT name FROM dbstat;
----
'sqlite_schema'

CREATE TEMP TABLE x(a);

SELECT name FROM d;
----
'sqlite_schema'
'x'
