create table p(a unique, b unique, c primary key); insert into p values(1,1,1); insert into p values(1,1,1); insert into p values(1,1,2); insert into p values(1,2,3);
create unique index pi on p(a,b); insert into p values(1,1,1);
create table w(a unique, b unique, c primary key, d unique) without rowid; insert into w values(1,1,1,1); insert into w values(1,1,1,1); insert into w values(1,1,2,1); insert into w values(1,2,3,1);
pragma index_list(p); pragma index_list(w);
create table q(i integer primary key, a unique); insert into q values(1,1); insert into q values(1,1);
update p set a=1,b=1; 
==== defaults after add column etc
create table t(a); insert into t values(1); insert into t values(2);
create trigger tr after insert on t begin select 1; end;
begin; create table z(x); insert into z values(1); rollback; select * from z;
create table z(x); insert into z values(1); begin; drop table z; rollback; select * from z;
begin; create index zi on z(x); rollback; select name from sqlite_master;
savepoint s; create table zz(a); release s; insert into zz values(1); select * from zz;
