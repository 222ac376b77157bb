-- arguments: -safe :memory:
.output x
select 1;
