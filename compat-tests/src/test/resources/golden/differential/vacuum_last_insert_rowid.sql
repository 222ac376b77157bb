-- VACUUM inserts views and triggers into the schema by a statement, and last_insert_rowid() shows it.
-- backends: file

create view v2 as select 1;

vacuum;

select last_insert_rowid();
----
1

create table t(a primary key, b);

insert into t(rowid,a) values(99,1);

vacuum;

select last_insert_rowid();
----
3

create trigger r after insert on t begin select 1; END;

vacuum;

select last_insert_rowid();
----
4

insert into t(rowid,a) values(77,2);

drop view v2;

drop trigger r;

vacuum;

select last_insert_rowid(), changes(), total_changes();
----
77|1|2
