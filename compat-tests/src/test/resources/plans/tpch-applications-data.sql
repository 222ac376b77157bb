-- Statistics of the rows of tpch-data.sql.
ANALYZE;
