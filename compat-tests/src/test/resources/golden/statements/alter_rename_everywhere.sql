-- RENAME reaches what stands before .*, and windows that nothing uses; collations and windows that are not there do not matter.

CREATE TABLE ware(id, price);
CREATE VIEW all_wares AS SELECT ware.*, ware.price AS p FROM ware;
CREATE VIEW inner_wares AS SELECT (SELECT max(x.id) FROM (SELECT ware.* FROM ware) AS x) FROM ware AS ware;
CREATE VIEW sums AS SELECT id, sum(price) OVER w FROM ware WINDOW w AS (ORDER BY id), v AS (PARTITION BY ware.price ORDER BY price ROWS 1 PRECEDING);
CREATE VIEW sorted AS SELECT id COLLATE klingon AS i FROM ware GROUP BY price COLLATE vulcan ORDER BY price COLLATE romulan;
CREATE VIEW missing AS SELECT sum(price) OVER nowhere, max(price) OVER (nowhere ORDER BY id), unknown(id) OVER (PARTITION BY price) FROM ware;
CREATE VIEW itself AS SELECT id FROM ware WINDOW w AS (ORDER BY sum(price) OVER w);
CREATE TRIGGER gone AFTER DELETE ON ware BEGIN SELECT ware.*, ware.id FROM ware ORDER BY ware.id; END;
ALTER TABLE ware RENAME TO goods;

SELECT sql FROM sqlite_schema;
----
'CREATE TABLE "goods"(id, price)'
'CREATE VIEW all_wares AS SELECT "goods".*, "goods".price AS p FROM "goods"'
'CREATE VIEW inner_wares AS SELECT (SELECT max(x.id) FROM (SELECT "goods".* FROM "goods") AS x) FROM "goods" AS ware'
'CREATE VIEW sums AS SELECT id, sum(price) OVER w FROM "goods" WINDOW w AS (ORDER BY id), v AS (PARTITION BY "goods".price ORDER BY price ROWS 1 PRECEDING)'
'CREATE VIEW sorted AS SELECT id COLLATE klingon AS i FROM "goods" GROUP BY price COLLATE vulcan ORDER BY price COLLATE romulan'
'CREATE VIEW missing AS SELECT sum(price) OVER nowhere, max(price) OVER (nowhere ORDER BY id), unknown(id) OVER (PARTITION BY price) FROM "goods"'
'CREATE VIEW itself AS SELECT id FROM "goods" WINDOW w AS (ORDER BY sum(price) OVER w)'
'CREATE TRIGGER gone AFTER DELETE ON "goods" BEGIN SELECT "goods".*, "goods".id FROM "goods" ORDER BY "goods".id; END'

ALTER TABLE goods RENAME price TO cost;

SELECT sql FROM sqlite_schema;
----
'CREATE TABLE "goods"(id, cost)'
'CREATE VIEW all_wares AS SELECT "goods".*, "goods".cost AS p FROM "goods"'
'CREATE VIEW inner_wares AS SELECT (SELECT max(x.id) FROM (SELECT "goods".* FROM "goods") AS x) FROM "goods" AS ware'
'CREATE VIEW sums AS SELECT id, sum(cost) OVER w FROM "goods" WINDOW w AS (ORDER BY id), v AS (PARTITION BY "goods".cost ORDER BY cost ROWS 1 PRECEDING)'
'CREATE VIEW sorted AS SELECT id COLLATE klingon AS i FROM "goods" GROUP BY cost COLLATE vulcan ORDER BY cost COLLATE romulan'
'CREATE VIEW missing AS SELECT sum(cost) OVER nowhere, max(cost) OVER (nowhere ORDER BY id), unknown(id) OVER (PARTITION BY cost) FROM "goods"'
'CREATE VIEW itself AS SELECT id FROM "goods" WINDOW w AS (ORDER BY sum(cost) OVER w)'
'CREATE TRIGGER gone AFTER DELETE ON "goods" BEGIN SELECT "goods".*, "goods".id FROM "goods" ORDER BY "goods".id; END'

INSERT INTO goods VALUES(1, 2);
DELETE FROM goods;

SELECT * FROM all_wares;

-- What is wrong in a window that nothing uses is wrong all the same.
CREATE VIEW bad AS SELECT id FROM goods WINDOW w AS (ORDER BY nope);
SELECT * FROM bad;

ALTER TABLE goods RENAME cost TO value;
----
error ERROR: error in view bad: no such column: nope

-- A list of one column, where SQLite forgets the value.
DROP VIEW bad;
CREATE TABLE note(x);
CREATE TRIGGER noted AFTER INSERT ON goods BEGIN UPDATE note SET (x) = (new.cost); END;

-- Here the trigger is renamed.
ALTER TABLE goods RENAME cost TO value;
----
error ERROR: error in trigger noted after rename: no such column: new.cost
---- here

-- The list has the new name.
SELECT sql FROM sqlite_schema WHERE name = 'noted';
----
'CREATE TRIGGER noted AFTER INSERT ON goods BEGIN UPDATE note SET (x) = (new.cost); END'
---- here
'CREATE TRIGGER noted AFTER INSERT ON goods BEGIN UPDATE note SET (x) = (new.value); END'
