-- A sorted arm of a compound that has no rows does not end the others.

create table t4(a,b);

select * from (select 1 as x from t4 order by 1) where null union all select 2 where null union all values(3);
----
3

create table t(a,b);

create index i on t(a);

insert into t values(1,2),(1,1),(2,5),(3,0);

select * from (select a x,b y from t order by a,b) union all select 8,9;
----
1|1
1|2
2|5
3|0
8|9

select * from (select a x,b y from t where a>9 order by a,b) union all select 8,9;
----
8|9

select * from (select a x,b y from t order by a,b limit 2) union all select 8,9;
----
1|1
1|2
8|9
