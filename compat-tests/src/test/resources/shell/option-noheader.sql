-- arguments: -header -noheader -column :memory:
SELECT 1 AS a;
