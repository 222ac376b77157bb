-- arguments: -safe :memory:
vacuum into 'x';
select 2;
