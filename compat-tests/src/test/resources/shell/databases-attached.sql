CREATE TEMP TABLE scratch(a);
CREATE TEMP VIEW shown AS SELECT 1 AS x;
ATTACH ':memory:' AS aux;
ATTACH ':memory:' AS "odd name";
CREATE TABLE aux.more(a, b);
CREATE INDEX aux.more_a ON more(a);
CREATE TABLE "odd name".deep(a);
.tables
.schema
.indexes
.schema aux.more
.schema deep
.databases
