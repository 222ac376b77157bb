-- A foreign key to its own table without a key, and one to a table that is not there, matter only to statements that touch them.

pragma foreign_keys=1;

create table t3(b, c references t3);

update t3 set b=null;

insert into t3 values(1,2);
----
error ERROR: foreign key mismatch - "t3" referencing "t3"

insert into t3 values(1,null);
----
error ERROR: foreign key mismatch - "t3" referencing "t3"

update t3 set c=null;
----
error ERROR: foreign key mismatch - "t3" referencing "t3"

update t3 set b=1;

delete from t3;
----
error ERROR: foreign key mismatch - "t3" referencing "t3"

create table t4(a INTEGER PRIMARY KEY, b REFERENCES t5, e);

update t4 set e=1;

update t4 set a=1;

update t4 set b=1;
----
error ERROR: no such table: main.t5

insert into t4 values(1,null,2);
----
error ERROR: no such table: main.t5

insert into t4 values(2,1,2);
----
error ERROR: no such table: main.t5

update t4 set (e,a)=(NULL,15);

delete from t4;
----
error ERROR: no such table: main.t5
