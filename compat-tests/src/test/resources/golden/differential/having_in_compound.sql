-- A HAVING that fails, or an OFFSET, ends one arm of a compound and not the query.

SELECT(max(NULL)) HAVING NULL UNION ALL SELECT NULL;
----
NULL

SELECT max(1) HAVING 0 UNION ALL SELECT 2;
----
2

SELECT max(1) HAVING 0 UNION SELECT 2;
----
2

create table t(a);

select count(*) from t having 0 union all select 2;
----
2

select count(*) from t having count(*)>1 union all select 2;
----
2

select 2 union all select count(*) from t having 0;
----
2

select count(*) from t having 0;

select 7, (select count(*) having 0);
----
7|NULL

select 8 where exists (select count(*) having 0);

select count(*) from t union all select 5 union all select max(a) from t limit 5 offset 1;
----
5
NULL

select count(*) from t union all select 5 union all select max(a) from t limit 1;
----
0

select count(*) from t union all select 5 union all select max(a) from t limit 1 offset 2;
----
NULL

select * from (select count(*) from t having 0 union all select 5) where 1;
----
5

select 1 union all select 2 from t group by 1 having 0 union all select 3;
----
1
3
