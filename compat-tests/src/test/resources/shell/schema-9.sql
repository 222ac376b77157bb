CREATE TABLE artist(id INTEGER PRIMARY KEY, name TEXT NOT NULL, born REAL DEFAULT 1.5);
CREATE UNIQUE INDEX artist_name ON artist(name);
CREATE TABLE album(id INTEGER PRIMARY KEY AUTOINCREMENT, artist REFERENCES artist, "full title" TEXT UNIQUE);
CREATE VIEW names AS SELECT id, upper(name) AS "big name", 3 AS "select" FROM artist;
CREATE TRIGGER after_artist AFTER INSERT ON artist BEGIN SELECT 1; END;
CREATE TABLE "quo te"(a,b);
CREATE TABLE [br](a -- with a comment
);
CREATE VIEW broken AS SELECT * FROM nowhere;
CREATE INDEX album_artist ON album(artist, id DESC) WHERE artist IS NOT NULL;
.schema sqlite_schema
