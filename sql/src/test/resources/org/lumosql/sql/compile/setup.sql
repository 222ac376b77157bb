-- tables that the queries of the other files are asked of
create table t(a int,b text collate nocase,c real);
create table u(a,c);
create view v as select a,b from t;
create table w(x integer primary key, y);
create index tb on t(b);
insert into t values(1,'x',1.5),(2,'Y',2),(3,'x',null),(null,'z',4),(2,'X',7),(5,null,0.25);
insert into u values(1,10),(2,20),(2,'21'),(7,70),(null,80);
insert into w values(1,'one'),(2,'two'),(10,'ten'),(5,null);
create table wr(k text primary key, n int, z) without rowid;
insert into wr values('b',2,'bb'),('a',1,'aa'),('c',3,null);
create table g(a int, b int generated always as (a*2) virtual, c int generated always as (a+1) stored);
insert into g(a) values(1),(2),(3);
