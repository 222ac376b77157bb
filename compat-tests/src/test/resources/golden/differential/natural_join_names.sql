-- The left column of NATURAL and USING: the first of several in plain joins, ambiguous if any join of the clause keeps its right side.

create table a(b);

create table c(b);

create table d(b);

insert into a values(1),(2);

insert into c values(2),(3);

insert into d values(2),(1),(3);

select * from a full join c natural join d;
----
error ERROR: ambiguous reference to b in USING()

select * from a join c natural join d;
----
1|2
1|3
2|2
2|3

select * from a left join c natural join d;
----
1|2
1|3
2|2
2|3

select * from a join c natural left join d;
----
1|2
1|3
2|2
2|3

select * from a join c natural full join d;
----
error ERROR: ambiguous reference to b in USING()

select a.b,c.b,d.b from a join c natural join d;
----
1|2|1
1|3|1
2|2|2
2|3|2

create table e(x);

select * from a join c join d using(b) right join e;
----
error ERROR: ambiguous reference to b in USING()

select * from a join c natural join d full join e;
----
error ERROR: ambiguous reference to b in USING()

select * from a join c join d using(b) left join e;
----
1|2|NULL
1|3|NULL
2|2|NULL
2|3|NULL
