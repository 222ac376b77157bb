-- Generated columns of STRICT tables: the other columns are checked and converted first, then the generated ones, stored or not.

create table T(a int, b int as (a||'x') virtual, c int) strict;

insert into t1 values(1,2);
----
error ERROR: no such table: t1

insert into t1 values('q',2);
----
error ERROR: no such table: t1

insert into t1 values(1,'z');
----
error ERROR: no such table: t1

insert into t1 values(x'00',null);
----
error ERROR: no such table: t1

select * from t
create table T(a int, b int as (a||'x') stored, c int) strict;
----
error ERROR: near "create": syntax error

insert into t2 values(1,2);
----
error ERROR: no such table: t2

insert into t2 values('q',2);
----
error ERROR: no such table: t2

insert into t2 values(1,'z');
----
error ERROR: no such table: t2

insert into t2 values(x'00','z');
----
error ERROR: no such table: t2

insert into t2 values(null,'z');
----
error ERROR: no such table: t2

update t2 set c=1
create table T(a int, b int as (c||'x') stored, c int) strict;
----
error ERROR: near "create": syntax error

insert into t3 values(1,2);
----
error ERROR: no such table: t3

insert into t3 values('q',2);
----
error ERROR: no such table: t3

insert into t3 values(1,'z');
----
error ERROR: no such table: t3

insert into t3 values(null,1), (null,null);
----
error ERROR: no such table: t3

update t3 set c='z';
----
error ERROR: no such table: t3

update t3 set c=1;
----
error ERROR: no such table: t3

create table T(a int, b any as (c) stored, c int, d text as (c)) strict;
----
error ERROR: table T already exists

insert into t4 values(1,2.0);
----
error ERROR: no such table: t4

insert into t4 values('1',2);
----
error ERROR: no such table: t4

insert into t4 values(1,'4.0');
----
error ERROR: no such table: t4

select *,typeof(b) from t;

update t4 set c='7.0';
----
error ERROR: no such table: t4

select *,typeof(b) from t
create table T(a int, b any as (c) , c int, d int as (c), e int check(typeof(b)='integer')) strict;
----
error ERROR: near "create": syntax error

insert into t5 values(1,2.0,3);
----
error ERROR: no such table: t5

insert into t5 values('1',2,1);
----
error ERROR: no such table: t5

insert into t5 values(1,'4.0',1);
----
error ERROR: no such table: t5

select *,typeof(b) from t;

update t5 set c='7.0';
----
error ERROR: no such table: t5

select *,typeof(b) from t;

update t5 set c='a', e='b';
----
error ERROR: no such table: t5
