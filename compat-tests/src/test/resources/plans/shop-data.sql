-- Rows for the schema of shop.sql, the same on every run.
INSERT INTO item(id, sku, name, price, kind, stock, made, note) WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<500) SELECT i, 'SKU' || (i * 7 % 500), 'ab' || char(97 + i % 26) || (i % 10), i * 37 % 100 / 2.0, nullif(i % 20, 0), i * 13 % 100, date('1995-01-01', '+' || (i * 11 % 900) || ' days'), CASE WHEN i % 5 = 0 THEN i % 7 END FROM n;
INSERT INTO tag WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i+1 FROM n WHERE i<999) SELECT 1 + i / 2, 'word' || (i * 7 % 40 + i % 2 * 100), i % 9 FROM n;
INSERT INTO sale(a, b, c, d, e) WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i+1 FROM n WHERE i<799) SELECT i % 10, i, nullif(i * 3 % 11, 0), 'abc' || (i % 30), i % 17 / 2.0 FROM n;
INSERT INTO plain WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i+1 FROM n WHERE i<199) SELECT i % 50, nullif(i % 7, 3), 'c' || (i % 13) FROM n;
INSERT INTO other WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i+1 FROM n WHERE i<299) SELECT i % 40, nullif(i % 11, 5), 'z' || (i % 19) FROM n;
INSERT INTO node WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<200) SELECT i, nullif(i / 3, 0), 'node ' || i FROM n;
