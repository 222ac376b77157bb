CREATE TABLE "t 1"("a b", [select], "q""q");
.mode insert "t 1"
INSERT INTO "t 1" VALUES(1,'x',NULL),('it''s',2.5,x'00');
SELECT * FROM "t 1";
.headers on
SELECT * FROM "t 1";
.mode insert select
SELECT 1;
.mode insert 1abc
SELECT 1;
.mode insert ok_name1
SELECT 1 AS "a-b";
