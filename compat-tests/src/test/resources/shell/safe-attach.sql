-- arguments: -safe :memory:
select 1;
attach 'x' as y;
select 2;
