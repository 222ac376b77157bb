-- arguments: -safe :memory:
.open :memory:
select 1;
.open x.db
select 2;
