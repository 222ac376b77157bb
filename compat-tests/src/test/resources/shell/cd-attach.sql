.shell mkdir sub
.cd sub
ATTACH 'other.db' AS other;
CREATE TABLE other.t(a);
INSERT INTO other.t VALUES(5);
.databases
DETACH other;
VACUUM INTO 'copy.db';
ATTACH 'deeper/none.db' AS none;
ATTACH '../sub/other.db' AS other;
SELECT a FROM other.t;
DETACH other;
ATTACH ':memory:' AS m;
ATTACH '' AS n;
.shell ls
.cd ..
.shell ls sub
ATTACH 'sub/other.db' AS other;
SELECT a FROM other.t;
.connection 1
.cd sub
.connection 0
ATTACH 'copy.db' AS copied;
SELECT count(*) FROM copied.sqlite_schema;
