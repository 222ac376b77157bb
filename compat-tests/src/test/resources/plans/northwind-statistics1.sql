-- What ANALYZE found, as rows.
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES('Shippers',NULL,'3');
INSERT INTO sqlite_stat1 VALUES('Categories',NULL,'8');
INSERT INTO sqlite_stat1 VALUES('EmployeeTerritories','sqlite_autoindex_EmployeeTerritories_1','49 6 1');
INSERT INTO sqlite_stat1 VALUES('Suppliers',NULL,'29');
INSERT INTO sqlite_stat1 VALUES('Customers','sqlite_autoindex_Customers_1','93 1');
INSERT INTO sqlite_stat1 VALUES('Territories','sqlite_autoindex_Territories_1','53 1');
INSERT INTO sqlite_stat1 VALUES('Orders',NULL,'830');
INSERT INTO sqlite_stat1 VALUES('Employees',NULL,'9');
INSERT INTO sqlite_stat1 VALUES('Order Details','sqlite_autoindex_Order Details_1','2155 3 1');
INSERT INTO sqlite_stat1 VALUES('Products',NULL,'77');
INSERT INTO sqlite_stat1 VALUES('Regions',NULL,'4');

ANALYZE sqlite_schema;
