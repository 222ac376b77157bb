-- USING and NATURAL of an inner join do not hold for the rows that a RIGHT or FULL JOIN behind it keeps.

create table e(b);

create table f(b,c);

insert into f values(32,1);

select * from e join f using(b) full join (select 1);
----
NULL|NULL|1

select * from e join f using(b) right join (select 1);
----
NULL|NULL|1

select * from e natural join f right join (select 7 x);
----
NULL|NULL|7

select * from e join f using(b) left join f g using(b) right join (select 8 y);
----
NULL|NULL|NULL|8
