-- NOT NULL of generated columns is checked after that of the others, whose defaults may replace NULL first.

create table t(a not null on conflict replace default 5, b as (a+1) not null);

insert into t(a) values(null);

select * from t;
----
5|6

insert or replace into t(a) values(null),('x');

create table v(b not null as (a), a not null);

insert into v values(null);
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: v.a

select * from t;
----
5|6
5|6
'x'|1
