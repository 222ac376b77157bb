CREATE TABLE artist(id INTEGER PRIMARY KEY, name TEXT NOT NULL, born REAL DEFAULT 1.5);
CREATE TABLE album(id INTEGER PRIMARY KEY, artist REFERENCES artist, "full title" TEXT UNIQUE);
INSERT INTO artist VALUES(1,'one',NULL),(2,'two,x',2.5),(3,'thr''ee"',3),(4,'with space',-1e100),(5,'ünïcödé 日本語',0.25),(6,'tab'||char(9)||'x',6),(7,'two'||char(10)||'lines',7),(8,'',8);
INSERT INTO album VALUES(1,1,'first'),(2,1,'second'),(3,2,NULL);
.mode html
SELECT * FROM artist;
SELECT * FROM album ORDER BY id DESC;
SELECT NULL, 1, -9223372036854775808, 9223372036854775807, 0.1, 1e300, -0.0, 'text', x'00ff', '';
SELECT 1 AS a WHERE 0;
.mode
SELECT * FROM album;
