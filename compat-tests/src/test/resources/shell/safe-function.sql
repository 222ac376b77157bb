-- arguments: -safe :memory:
select upper('a');
select readfile('x');
select 2;
