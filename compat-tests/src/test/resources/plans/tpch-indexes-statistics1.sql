-- Statistics as at scale 0.1.
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES('region',NULL,'5');
INSERT INTO sqlite_stat1 VALUES('nation','nation_region','25 5');
INSERT INTO sqlite_stat1 VALUES('part',NULL,'20000');
INSERT INTO sqlite_stat1 VALUES('supplier','supplier_nation','1000 40');
INSERT INTO sqlite_stat1 VALUES('partsupp','partsupp_supplier','80000 80');
INSERT INTO sqlite_stat1 VALUES('partsupp','sqlite_autoindex_partsupp_1','80000 4 1');
INSERT INTO sqlite_stat1 VALUES('customer','customer_nation','15000 600');
INSERT INTO sqlite_stat1 VALUES('orders','orders_customer','150000 15');
INSERT INTO sqlite_stat1 VALUES('orders','orders_date','150000 63');
INSERT INTO sqlite_stat1 VALUES('lineitem','lineitem_part_supplier','600572 31 8');
INSERT INTO sqlite_stat1 VALUES('lineitem','lineitem_supplier','600572 601');
INSERT INTO sqlite_stat1 VALUES('lineitem','lineitem_shipdate','600572 238');
INSERT INTO sqlite_stat1 VALUES('lineitem','sqlite_autoindex_lineitem_1','600572 5 1');
ANALYZE sqlite_schema;
