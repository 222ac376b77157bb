-- A virtual generated REAL column stays REAL through sorters and materialised queries.

CREATE TABLE t1(b, c REAL AS(1), d, e REAL as (b) stored, f int as (b), g real);

insert into t1(b,d,g) values(3,4,5),(1,1,1);

SELECT * FROM t1 ORDER BY d;
----
1|1.0|1|1.0|1|1.0
3|1.0|4|3.0|3|5.0

select * from t1;
----
3|1.0|4|3.0|3|5.0
1|1.0|1|1.0|1|1.0

select distinct c from t1;
----
1.0

select c from t1 group by c;
----
1.0

select c from t1 union select 2;
----
1.0
2

select max(c), min(c), sum(c) from t1;
----
1.0|1.0|2.0

select c,g,e from t1 order by b desc limit 1;
----
1.0|5.0|3.0

select * from (select c from t1 limit 5);
----
1.0
1.0

select * from (select c,g from t1 order by b limit 5) order by 1;
----
1.0|1.0
1.0|5.0

create index i on t1(c);

select c from t1 where c=1;
----
1.0
1.0

select c from t1 indexed by i;
----
1.0
1.0

select c, count(*) from t1 group by c;
----
1.0|2

select lag(c) over (order by b) from t1;
----
NULL
1.0

select c from t1 as x left join (select c as cc from t1) on cc=c;
----
1.0
1.0
1.0
1.0

with m as materialized (select c,e,g from t1) select * from m;
----
1.0|3.0|5.0
1.0|1.0|1.0
