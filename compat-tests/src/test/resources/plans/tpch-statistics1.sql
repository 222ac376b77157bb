-- Statistics as at scale 0.1, without secondary indexes.
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES('region',NULL,'5');
INSERT INTO sqlite_stat1 VALUES('nation',NULL,'25');
INSERT INTO sqlite_stat1 VALUES('part',NULL,'20000');
INSERT INTO sqlite_stat1 VALUES('supplier',NULL,'1000');
INSERT INTO sqlite_stat1 VALUES('partsupp','sqlite_autoindex_partsupp_1','80000 4 1');
INSERT INTO sqlite_stat1 VALUES('customer',NULL,'15000');
INSERT INTO sqlite_stat1 VALUES('orders',NULL,'150000');
INSERT INTO sqlite_stat1 VALUES('lineitem','sqlite_autoindex_lineitem_1','600572 5 1');
ANALYZE sqlite_schema;
