-- arguments: -safe :memory:
.import x y
