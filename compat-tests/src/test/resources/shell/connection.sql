.connection
.connection 1
CREATE TABLE c1(x);
.tables
.connection
.connection 0
.tables
.connection close 1
.connection
.connection close 0
