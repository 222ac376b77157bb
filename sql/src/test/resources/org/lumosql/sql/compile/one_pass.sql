create table t(a integer primary key, b int, c text, d unique); create index tb on t(b); create index tc on t(c) where b>5;
with recursive n(x) as (select 1 union all select x+1 from n where x<3000) insert into t select x, x%17, 'text '||x, x*3 from n;
update t set c=c||' and a much longer text that makes pages split when it is stored '||a where b%3=0;
update t set b=b+1; update t set d=-d where c like '%1%'; update t set c='s' where length(c)>20 and a%2;
delete from t where c like '%99%'; delete from t where a%5=1 returning a>2990; update t set b=b*2 where c is not null returning a+b>3010;
update t set b=(select max(b) from t)+1 where c='s'; update t set c=(select count(*) from t x where x.b=t.b) where a<50;
delete from t where b in (select b from t where a<20); delete from t where d>100 and d<500; select count(*), sum(a), sum(b), sum(d), sum(length(c)) from t;
update or ignore t set d=a%100; select count(*), sum(d) from t; update t set d=7; select count(*), sum(d) from t; delete from t where 1; select count(*) from t;
==== without rowid
create table w(k text, n int, v, primary key(k, n)) without rowid; create index wv on w(v);
with recursive n(x) as (select 1 union all select x+1 from n where x<2000) insert into w select 'k'||(x%13), x, x*2 from n;
update w set v=v+1 where n%3=0; delete from w where v%7=2; update w set v='a longer text than there was before '||v where k>'k5'; delete from w where k='k1'; select count(*), sum(n), sum(length(v)) from w;
update w set n=n+1 where n%2=0 and k='k2'; update w set k='z'||k; select count(*), min(k), max(k), sum(n) from w; delete from w where n>1000 returning n>1990; select count(*) from w;
