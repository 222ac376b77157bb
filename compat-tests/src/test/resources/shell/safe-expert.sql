-- arguments: -safe :memory:
.expert
select 1;
