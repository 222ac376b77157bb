-- arguments: -safe :memory:
create table t(a);
insert into t values(1);
.mode box
select * from t;
.dump
.schema
