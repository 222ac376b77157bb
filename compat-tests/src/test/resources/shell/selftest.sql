create table selftest(tno,op,cmd,ans);
insert into selftest values(5,'run','select 1; select 2','12'),(6,'run','select nope','x'),(7,'memo','hello',null),(8,'foo','x',null);
insert into selftest values(9,'run','select 1,null,2.5 union all select 3,4,5','x'),(10,'run','select 7','7');
.selftest -v
.selftest
.selftest --foo
drop table selftest;
.selftest
create table t(a, b);
insert into t values(1,2);
create table "a b"(x);
create index i on "a b"(x);
create view v as select 1;
.selftest --init
select * from selftest;
.selftest -v
insert into t values(3,4);
.selftest
.selftest --init
select tno, op, cmd from selftest;
