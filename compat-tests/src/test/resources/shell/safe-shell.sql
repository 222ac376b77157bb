-- arguments: -safe :memory:
select 1;
.shell echo no
select 2;
