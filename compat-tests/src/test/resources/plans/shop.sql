-- Tables with all that a planner may meet: partial, expression, descending, collated and covering indexes, WITHOUT ROWID, generated columns, views, triggers.
CREATE TABLE item (id INTEGER PRIMARY KEY, sku TEXT UNIQUE, name TEXT COLLATE NOCASE, price REAL, kind INT, stock INT NOT NULL, made DATE, note);
CREATE INDEX item_name ON item(name);
CREATE INDEX item_kind_price ON item(kind, price DESC);
CREATE INDEX item_lower ON item(lower(sku), made);
CREATE INDEX item_scarce ON item(stock) WHERE stock < 10;
CREATE INDEX item_noted ON item(made, note) WHERE note IS NOT NULL;
CREATE INDEX item_value ON item(price * stock);
CREATE TABLE tag (item INTEGER, word TEXT, weight INT, PRIMARY KEY (item, word)) WITHOUT ROWID;
CREATE INDEX tag_word ON tag(word);
CREATE TABLE sale (a INT, b INT, c INT, d TEXT, e REAL, f AS (a + b), g AS (lower(d)) STORED);
CREATE INDEX sale_abc ON sale(a, b, c);
CREATE INDEX sale_d ON sale(d COLLATE NOCASE);
CREATE UNIQUE INDEX sale_bd ON sale(b, d);
CREATE INDEX sale_f ON sale(f);
CREATE TABLE plain (a, b, c);
CREATE TABLE other (x INT, y INT, z TEXT);
CREATE INDEX other_x ON other(x);
CREATE INDEX other_yz ON other(y, z);
CREATE TABLE node (id INTEGER PRIMARY KEY, parent INT REFERENCES node(id) ON DELETE CASCADE, name TEXT);
CREATE INDEX node_parent ON node(parent);
CREATE TABLE audit (at INTEGER, what TEXT);
CREATE VIEW cheap AS SELECT id, name, price FROM item WHERE price < 10;
CREATE VIEW counted AS SELECT kind, count(*) AS n, max(price) AS top FROM item GROUP BY kind;
CREATE VIEW everything(k, v) AS SELECT a, b FROM plain UNION ALL SELECT x, y FROM other;
CREATE VIEW latest AS SELECT * FROM sale ORDER BY a DESC LIMIT 10;
CREATE TRIGGER item_change AFTER UPDATE OF price ON item WHEN new.price > old.price BEGIN
 INSERT INTO audit SELECT new.id, 'up ' || count(*) FROM sale WHERE a = new.id;
 UPDATE tag SET weight = weight + 1 WHERE item = new.id;
END;
CREATE TRIGGER item_gone BEFORE DELETE ON item BEGIN
 DELETE FROM tag WHERE item = old.id;
END;
CREATE TRIGGER cheap_insert INSTEAD OF INSERT ON cheap BEGIN
 INSERT INTO item(name, price, stock) VALUES (new.name, new.price, 0);
END;
CREATE TRIGGER cheap_delete INSTEAD OF DELETE ON cheap BEGIN
 DELETE FROM item WHERE id = old.id;
END;
