create table t(a, b);
insert into t values(1, 2);
.auth on
select a, upper(b) from t where rowid=1;
delete from t where a=5;
begin;
commit;
.auth off
select 1;
.auth
