create table t(a, b , c text default 'x' /* c */ );
insert into t values(1,2,3),(4,5,6);
alter table t add column d;
alter table t add e int default 5 check(e>0);
alter table t add column f not null default 'q';
select * from t;
alter table t add g not null;
alter table t add h unique; alter table t add h primary key; alter table t add i default current_time; alter table t add a;
alter table t add k as (a+1); alter table t add l as (a+1) stored; alter table t add m check(m is not null); alter table t add n int default 5 check(n>10); alter table t add o references t(a) default 7;
insert into t(a,b) values(7,8); select * from t;
create index ti on t(a,e); create view tv as select a,b from t where t.a>1; create trigger tr after update of b on t begin insert into t(a,b) select new.a, old.b from t as x where x.b=new.b; update t set b=5 where a=new.a; delete from t where t.a=99; end;
alter table t rename column a to aa;
select sql from sqlite_master;
alter table t rename b to "b b";
select sql from sqlite_master;
alter table t rename to t2;
select type,name,tbl_name,sql from sqlite_master;
alter table t2 rename to "t 3";
select type,name,tbl_name,sql from sqlite_master;
select * from tv;
alter table "t 3" drop column d; alter table "t 3" drop column aa; alter table "t 3" drop column k; alter table "t 3" drop column e; alter table "t 3" drop column "b b"; alter table "t 3" drop column nosuch; alter table "t 3" drop column f;
select * from "t 3"; select sql from sqlite_master;
alter table nosuch rename to x; alter table tv rename to x; alter table tv add x; alter table sqlite_master rename to x; alter table "t 3" rename to sqlite_y; alter table "t 3" rename to ti; alter table tv rename column a to b; alter table "t 3" rename nosuch to b; alter table "t 3" rename c to aa;
==== ucons
create table u(a primary key, b unique, c, d references u(b), unique(c,a), check(c<>d), foreign key(c,a) references u(c,a)); create table r(x references u(b) , y references u, z, foreign key(z,x) references u(c,a));
insert into u values(1,1,1,null); insert into r values(1,1,1);
alter table u rename column a to a1; alter table u rename column b to "B"; alter table u rename c to [c c]; select sql from sqlite_master;
alter table u rename to uu; select type,name,tbl_name,sql from sqlite_master;
alter table uu drop column d; alter table uu drop "B"; alter table uu drop a1; alter table r drop z; alter table r drop y; select sql from sqlite_master; select * from r;
==== ai
create table t1(id integer primary key autoincrement, x); insert into t1(x) values(1),(2); alter table t1 rename to t2; insert into t2(x) values(3); select * from sqlite_sequence; select * from t2; create temp trigger tt after insert on t2 begin select 1; end; alter table t2 rename to t3; select name,tbl_name,sql from sqlite_temp_master;
create table w(a,b,c,primary key(b)) without rowid; insert into w values(1,2,3),(4,5,6); alter table w add d default 9; alter table w drop a; select * from w; insert into w values(1,2,3); alter table w rename b to q; select sql from sqlite_master; select * from w where q=5;
==== cons
create table t(a, b not null, c constraint cc check(c>0), constraint dd check(a<>5));
insert into t values(1,2,3);
alter table t alter a set not null; alter table t alter column b drop not null; alter table t add constraint ee check(b>1); alter table t add check(b>5); alter table t add constraint ee check(b>0); alter table t drop constraint cc; alter table t drop constraint dd; alter table t drop constraint zz; select sql from sqlite_master;
insert into t values(null,1,1); insert into t values(1,1,1); insert into t values(1,5,-1); alter table t alter c set not null on conflict ignore; alter table t alter c set not null; insert into t values(null,null,null); alter table t alter zz set not null; alter table t alter a drop not null; alter table t alter a drop not null; select sql from sqlite_master;
insert into t values(null,9,9); alter table t alter a set not null; select * from t;
==== qf
create table t(a,b); create view v as with x as (select a from t) select x.a, (select max(b) from t where t.a=x.a) as m from x join t using(a) order by t.b; create view v2 as select * from v; create trigger r instead of insert on v begin insert into t(a,b) values(new.a,new.m) on conflict do nothing; end;
alter table t rename b to c; select sql from sqlite_master; alter table t rename to "select"; select sql from sqlite_master; insert into v values(1,2); select * from v2;
create view bad as select nosuch from t; alter table "select" rename c to d; drop view bad; alter table "select" rename c to d; alter table "select" drop d;
