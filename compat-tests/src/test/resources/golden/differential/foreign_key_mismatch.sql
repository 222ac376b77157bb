-- When a foreign key that does not match its parent is an error, and when nobody looks.

pragma foreign_keys=1;

create table t4(a,b,c,d check(d<d), primary key(a,c));

create table t3(a references t4);

insert into t4 values(0.3,1,'e',10) on conflict do nothing;
----
error CONSTRAINT_CHECK: CHECK constraint failed: d<d

insert into t4 values(0.3,1,'e',10);
----
error CONSTRAINT_CHECK: CHECK constraint failed: d<d

insert into t4 values(1,1,1,null);

insert into t4 values(1,1,1,null),(2,2,2,null);
----
error ERROR: foreign key mismatch - "t3" referencing "t4"

insert into t4 values(2,3,4,null) returning a;
----
error ERROR: foreign key mismatch - "t3" referencing "t4"

insert or replace into t4 values(7,7,7,null);
----
error ERROR: foreign key mismatch - "t3" referencing "t4"

replace into t4 values(7,7,7,null);
----
error ERROR: foreign key mismatch - "t3" referencing "t4"

update t4 set b=1;

update t4 set a=1;
----
error ERROR: foreign key mismatch - "t3" referencing "t4"

delete from t4;
----
error ERROR: foreign key mismatch - "t3" referencing "t4"

insert into t4 values(8,8,8,null) on conflict(a,c) do update set b=1;

select * from t4;
----
1|1|1|NULL
8|8|8|NULL
