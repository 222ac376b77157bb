-- arguments: -safe :memory:
select load_extension('x');
select 1;
