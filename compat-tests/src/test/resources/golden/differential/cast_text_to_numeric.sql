-- CAST of a text that looks like a real to NUMERIC makes an integer up to 51 bits only.

-- utf8: a blob becomes text by its bytes.
select typeof(cast(x'393030373139393235343734303939322e30' as numeric)), typeof(cast('9007199254740992.0' as numeric)), typeof(cast('9007199254740993' as numeric)), typeof(cast(9007199254740993.0 as numeric)), typeof(cast('1e15' as numeric)), typeof(cast('1e16' as numeric));
----
'real'|'real'|'integer'|'real'|'integer'|'real'

select typeof(cast('2251799813685248.0' as numeric)), typeof(cast('2251799813685247.0' as numeric)), typeof(cast('-2251799813685248.0' as numeric)), typeof(cast('-2251799813685249.0' as numeric)), typeof(cast('-2251799813685247.0' as numeric));
----
'real'|'integer'|'integer'|'real'|'integer'

create table t(a numeric, b int);

insert into t values('9007199254740992.0','9007199254740992.0'),('1e15','1e15'),('1e17','1e17'),(9007199254740992.0,1e15);

select a,typeof(a),b,typeof(b) from t;
----
9007199254740992|'integer'|9007199254740992|'integer'
1000000000000000|'integer'|1000000000000000|'integer'
100000000000000000|'integer'|100000000000000000|'integer'
9007199254740992|'integer'|1000000000000000|'integer'
