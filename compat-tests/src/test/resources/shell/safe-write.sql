-- arguments: -safe :memory:
select writefile('x', 1);
