-- Bare columns come from the row of max() also where the query has a window whose rows leave again.

create table t(a,b);

insert into t values(1,'one'),(5,'five'),(3,'three');

select b, max(a), sum(b) over () from t;
----
'five'|5|0.0

select b, max(a), sum(a) over (rows 1 preceding) from t;
----
'five'|5|5

select b, max(a), max(a) over (rows 1 preceding) from t;
----
'five'|5|5

select b, min(a), count(*) over (groups 1 preceding) from t group by a>2;
----
'one'|1|2
'three'|3|2
