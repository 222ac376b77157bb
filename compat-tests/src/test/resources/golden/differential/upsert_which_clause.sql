-- The message for an ON CONFLICT clause without an index says which of several it is.

create table t(a unique, b unique);

insert into t values(1,2) on conflict(a) do nothing on conflict(zz) do nothing;
----
error ERROR: no such column: zz

insert into t values(1,2) on conflict(a) do nothing on conflict(a+1) do nothing;
----
error ERROR: 2nd ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

insert into t values(1,2) on conflict(a+1) do nothing on conflict(a) do nothing on conflict do nothing;
----
error ERROR: 1st ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

insert into t values(1,2) on conflict(a) do nothing on conflict do nothing on conflict(a+2) do nothing;
----
error ERROR: near "on": syntax error

insert into t values(1,2) on conflict(a+2) do update set a=1;
----
error ERROR: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

insert into t values(1,2) on conflict(a) do nothing on conflict(b) do nothing on conflict(b||1) do update set b=1;
----
error ERROR: 3rd ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
