-- In a STRICT table the rowid is checked before the types, unless there are CHECK constraints.

CREATE TABLE t4(a INTEGER PRIMARY KEY, b BLOB, d TEXT) STRICT;

INSERT OR IGNORE INTO t4 VALUES(14, x'0061', 'A'), (NULL, NULL, 'a'), (15, NULL, x'c3a4'), (35, NULL, NULL), (12, X'ABCDEF', x'12');
----
error CONSTRAINT_DATATYPE: cannot store BLOB value in TEXT column t4.d

insert into t4 values(1,2,3),(1,2,3);
----
error CONSTRAINT_DATATYPE: cannot store INT value in BLOB column t4.b

insert into t4(a,d) values(1,'x');

insert into t4 values(1,2,3);
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: t4.a

insert or replace into t4 values(1,2,3);
----
error CONSTRAINT_DATATYPE: cannot store INT value in BLOB column t4.b

insert into t4 values(1,x'00',4) on conflict(a) do update set d=excluded.d;

select *,typeof(d) from t4;
----
1|NULL|'4'|'text'

create table t5(a integer primary key, d text unique, e int) strict;

insert into t5 values(1,1,1);

insert or ignore into t5 values(2,1,'x');
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t5.e

insert or ignore into t5 values(1,1,'x');

insert into t5 values(1,'x','2') on conflict(a) do update set e=excluded.e+1;

select *,typeof(e) from t5;
----
1|'1'|3|'integer'

insert into t5 values(2,'x','zz') on conflict(d) do update set e=5;
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t5.e

update t5 set a=7,e='q';
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t5.e

create table t6(a integer primary key, b int check(b>0)) strict;

insert into t6 values(1,1);

insert or ignore into t6 values(1,'x');
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t6.b
