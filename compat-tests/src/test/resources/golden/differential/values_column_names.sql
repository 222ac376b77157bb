-- A column of VALUES that is a column of a query around has its name.

create table t(c,d);

create table u(b);

insert into t values(1,2);

insert into u values(3);

select (select column1 from (values(t.c))) from t;
----
error ERROR: no such column: column1

select (select c from (values(t.c))) from t;
----
1

select (select * from (values(t.c,t.c,t.d+1,(t.d),t.d collate nocase))) from t;
----
error ERROR: sub-select returns 5 columns - expected 1

select (select "c:1" from (values(t.c,t.c,t.d+1,(t.d),t.d collate nocase))) from t;
----
1

select (select column3 from (values(t.c,t.c,t.d+1,(t.d),t.d collate nocase))) from t;
----
3

select (select d from (values(t.c,t.c,t.d+1,(t.d),t.d collate nocase))) from t;
----
2

select (select column1 from (values(1),(t.c))) from t;
----
1

select (select column1 from (values(t.c),(1))) from t;
----
error ERROR: no such column: column1

select (select c from (values(t.c),(1))) from t;
----
1

select (select column1 from (values(c))) from t;
----
error ERROR: no such column: column1

select (select c from (values(c))) from t;
----
1
