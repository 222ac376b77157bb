-- arguments: -nullvalue "a b" :memory:
SELECT NULL;
