CREATE TABLE t(a);
.da
.ta
.sch
.he on
SELECT 1 AS a;
.m csv
SELECT 1,2;
.se ;
SELECT 1,2;
.pri x
.nu N
SELECT NULL;
.e off
.w 5
.q
