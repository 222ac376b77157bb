-- integrity_check does not compute the expression of a partial index for rows that are not in it.

create table t(b);

insert into t values('b'),(null);

create index i3 on t(b -> '$[99]') where null;

pragma integrity_check;
----
'ok'

create unique index i5 on t((json(b))) where 0;

pragma integrity_check;
----
'ok'

insert into t values('x');

reindex;

update t set b='y';

delete from t;
