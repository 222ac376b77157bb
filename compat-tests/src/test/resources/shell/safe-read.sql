-- arguments: -safe :memory:
.read x
select 2;
