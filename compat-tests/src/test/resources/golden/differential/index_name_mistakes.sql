-- Which mistake in the names of an index, a generated column or a trigger's step is told.

create table t(a, b, id integer primary key);

create index i on t(old.a) where zz;
----
error ERROR: no such column: old.a

create index i on t(yy) where zz;
----
error ERROR: no such column: yy

create index i on t(yy + 1) where zz;
----
error ERROR: no such column: zz

create index i on t(a, x.a) where zz;
----
error ERROR: no such column: zz

create index i on t(t.a);
----
error ERROR: the "." operator prohibited in index expressions

create index i on t(t.yy);
----
error ERROR: no such column: t.yy

create index i on t(x.a);
----
error ERROR: no such column: x.a

create index i on t(t.rowid);
----
error ERROR: no such column: t.rowid

create index i on t(rowid + 1);
----
error ERROR: no such column: rowid

create table g(a, b as (rowid + 1));
----
error ERROR: no such column: rowid

create table g(a, b as (g.a));
----
error ERROR: the "." operator prohibited in generated columns

create table g(a, b as (g.zz));
----
error ERROR: no such column: g.zz

create trigger r after insert on t begin update main.t set a = 1; select from; end;
----
error ERROR: qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers

create index i on t(id + 1);

create index p on t(a) where rowid > 1;

insert into t(a) values (1), (2), (3);

select * from t where id + 1 = 3;
----
2|NULL|2

select id from t where a > 1 and rowid > 1;
----
2
3

update t set b = 5 where id + 1 = 2 returning *;
----
1|5|1
