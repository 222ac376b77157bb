-- Names of results from a join in parentheses behind another table: as those of a subquery, each name once.
-- labels: yes

CREATE TABLE goods(a, b);
CREATE TABLE stock(a, c);
CREATE TABLE keyed(id INTEGER PRIMARY KEY, b);
CREATE TABLE shadowed(rowid, _rowid_);
CREATE TABLE dark(rowid, _rowid_, oid);
INSERT INTO goods VALUES(1, 2);
INSERT INTO stock VALUES(1, 3);
INSERT INTO keyed VALUES(7, 8);
INSERT INTO shadowed VALUES('h', 'w');
INSERT INTO dark VALUES('a', 'b', 'c');

SELECT * FROM goods JOIN (stock JOIN keyed JOIN goods g);
----
# a|b|a|c|id|b|a:1|b:1
1|2|1|3|7|8|1|2

SELECT stock.rowid, keyed.rowid, keyed.id, keyed.oid, g.oid, g.a FROM goods JOIN (stock JOIN keyed JOIN goods g);
----
# _ROWID_|_ROWID_:1|id|_ROWID_:1|_ROWID_:2|a:1
1|7|7|7|1|1

SELECT shadowed.oid, shadowed.rowid FROM goods JOIN (stock JOIN shadowed);
----
# OID|rowid
1|'h'

SELECT dark.oid, dark.rowid, goods.rowid FROM goods JOIN (stock JOIN dark);
----
# oid|rowid|rowid
'c'|'a'|1

SELECT keyed.rowid, stock.rowid FROM (stock JOIN keyed);
----
# id|rowid
7|1

SELECT stock.rowid, g.a FROM goods LEFT JOIN (stock JOIN goods g) ON stock.a = goods.a;
----
# _ROWID_|a:1
1|1
