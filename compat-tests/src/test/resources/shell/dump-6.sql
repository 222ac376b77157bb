CREATE TABLE "we ird"(a INTEGER PRIMARY KEY, "b c", d AS (a+1) STORED, e AS (a*2));
INSERT INTO "we ird"(a,"b c") VALUES(1,'x'),(2,'multi
line'||char(13)||'\n'),(3,'it''s');
CREATE TABLE w(k TEXT PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO w VALUES('k',x'01'),('l',0.1);
CREATE TABLE seq(id INTEGER PRIMARY KEY AUTOINCREMENT, z);
INSERT INTO seq(z) VALUES('a'),('b');
CREATE VIEW v AS SELECT 1;
CREATE TRIGGER tr AFTER INSERT ON w BEGIN SELECT 1; END;
CREATE INDEX ix ON w(v);
CREATE TABLE nk(x,y);
INSERT INTO nk VALUES(1,2);
delete from nk;
INSERT INTO nk(rowid,x) VALUES(7,1);
.dump --data-only
