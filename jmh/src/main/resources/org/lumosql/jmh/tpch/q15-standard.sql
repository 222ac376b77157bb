-- the best supplier of a quarter
SELECT s_suppkey, s_name, s_address, s_phone, total_revenue
FROM supplier, (
  SELECT l_suppkey, sum(l_extendedprice * (1 - l_discount)) FROM lineitem
  WHERE l_shipdate >= '1996-01-01' AND l_shipdate < date('1996-01-01', '+3 months')
  GROUP BY l_suppkey) AS revenue(supplier_no, total_revenue)
WHERE s_suppkey = supplier_no AND total_revenue = (
  SELECT max(total) FROM (
    SELECT sum(l_extendedprice * (1 - l_discount)) FROM lineitem
    WHERE l_shipdate >= '1996-01-01' AND l_shipdate < date('1996-01-01', '+3 months')
    GROUP BY l_suppkey) AS totals(total))
ORDER BY s_suppkey
