-- What ANALYZE found, as rows.
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES('other','other_yz','300 28 2');
INSERT INTO sqlite_stat1 VALUES('other','other_x','300 8');
INSERT INTO sqlite_stat1 VALUES('node','node_parent','200 3');
INSERT INTO sqlite_stat1 VALUES('item','item_value','500 10');
INSERT INTO sqlite_stat1 VALUES('item','item_noted','100 1 1');
INSERT INTO sqlite_stat1 VALUES('item','item_scarce','50 5');
INSERT INTO sqlite_stat1 VALUES('item','item_lower','500 1 1');
INSERT INTO sqlite_stat1 VALUES('item','item_kind_price','500 25 5');
INSERT INTO sqlite_stat1 VALUES('item','item_name','500 4');
INSERT INTO sqlite_stat1 VALUES('item','sqlite_autoindex_item_1','500 1');
INSERT INTO sqlite_stat1 VALUES('tag','tag_word','1000 25');
INSERT INTO sqlite_stat1 VALUES('tag','tag','1000 2 1');
INSERT INTO sqlite_stat1 VALUES('plain',NULL,'200');
INSERT INTO sqlite_stat1 VALUES('sale','sale_f','800 2');
INSERT INTO sqlite_stat1 VALUES('sale','sale_bd','800 1 1');
INSERT INTO sqlite_stat1 VALUES('sale','sale_d','800 27');
INSERT INTO sqlite_stat1 VALUES('sale','sale_abc','800 80 1 1');

ANALYZE sqlite_schema;
