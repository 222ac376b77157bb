-- -9223372036854775808.0 is a rowid, but a text with that is none.

CREATE TABLE t5(b INTEGER PRIMARY KEY, c);

insert into t5 values(-9223372036854775808.0, 1);

insert into t5 values(9223372036854775807.0,2);
----
error MISMATCH: datatype mismatch

insert into t5 values(-9223372036854775809.0, 1);
----
error CONSTRAINT_PRIMARYKEY: UNIQUE constraint failed: t5.b

select * from t5;
----
-9223372036854775808|1

delete from t5;

insert into t5 values(1,1),(-9223372036854775808.0,2);

delete from t5;

insert into t5 select -9223372036854775808.0,2;

delete from t5;

insert into t5 values(- 9223372036854775808.0,2);

delete from t5;

insert into t5 values('-9223372036854775808.0',2);
----
error MISMATCH: datatype mismatch

delete from t5;

insert into t5 values('-9223372036854775808',2);

delete from t5;

insert into t5 values(-9.2233720368547758e18,2);

select * from t5;
----
-9223372036854775808|2

update t5 set b=-9223372036854775808.0;

select * from t5;
----
-9223372036854775808|2

create table u(a int, b numeric, c text);

insert into u values(-9223372036854775808.0,-9223372036854775808.0,-9223372036854775808.0),(9223372036854775807.0,9223372036854775807.0,9223372036854775807.0);

select a,typeof(a),b,typeof(b),c from u;
----
-9.2233720368547758e+18|'real'|-9.2233720368547758e+18|'real'|'-9.2233720368547758e+18'
9.2233720368547758e+18|'real'|9.2233720368547758e+18|'real'|'9.2233720368547758e+18'

select * from t5 where b=-9223372036854775808.0;
----
-9223372036854775808|2

select * from t5 where b>=-9223372036854775808.0;
----
-9223372036854775808|2

select cast(-9223372036854775808.0 as numeric), typeof(cast(-9223372036854775808.0 as numeric)), typeof(cast('-9223372036854775808.0' as numeric)), typeof(cast('-9223372036854775807.0' as numeric));
----
-9.2233720368547758e+18|'real'|'real'|'real'
