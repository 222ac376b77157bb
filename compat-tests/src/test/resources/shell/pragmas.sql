PRAGMA user_version;
PRAGMA user_version=5;
PRAGMA user_version;
.headers on
PRAGMA table_info(nosuch);
CREATE TABLE t(a INT, b TEXT DEFAULT 'x');
PRAGMA table_info(t);
.mode box
PRAGMA table_info(t);
