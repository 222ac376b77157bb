-- EXISTS as a join: the loop over its table ends with the first match.

CREATE TABLE parcels(id INTEGER PRIMARY KEY, zone INT, weight INT);
CREATE TABLE tariffs(code TEXT, zone INT, price INT);
CREATE INDEX tariff_by_zone ON tariffs(code, zone);
INSERT INTO parcels VALUES(1, 1, 5), (2, 2, 7), (3, 3, 9);
INSERT INTO tariffs VALUES('u', 1, 1), ('u', 2, 2), ('u', 2, 3), ('v', 1, 1), ('v', 2, 2);
ANALYZE;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 VALUES('tariffs', 'tariff_by_zone', '10000 5000 2');
ANALYZE sqlite_schema;

-- The index is worth skipping its first field, but then each of its values would have a first match.
SELECT * FROM parcels WHERE EXISTS (SELECT 1 FROM tariffs WHERE tariffs.zone = parcels.zone);
----
1|1|5
2|2|7

SELECT count(*), sum(weight) FROM parcels WHERE EXISTS (SELECT 1 FROM tariffs WHERE tariffs.zone IN (1, 2) AND code IN ('u', 'v') AND parcels.zone < 3);
----
2|12
