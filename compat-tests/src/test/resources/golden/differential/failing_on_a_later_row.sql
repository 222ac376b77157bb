-- A change that fails on a later row undoes what it did to the rows before, also inside a transaction.

create table t(a);

insert into t values(1),(2),(3),('x'),(4);

begin;

delete from t where json(a) is not 'q';
----
error ERROR: malformed JSON

select changes(), total_changes();
----
0|5

select * from t;
----
1
2
3
'x'
4

delete from t returning json(a);
----
error ERROR: malformed JSON

select * from t;
----
1
2
3
'x'
4

update t set a=a returning json(a);
----
error ERROR: malformed JSON

select changes(), total_changes();
----
0|5

select * from t;
----
1
2
3
'x'
4

insert into t values(json(1)) returning json(a||'x');
----
error ERROR: malformed JSON

select * from t;
----
1
2
3
'x'
4
