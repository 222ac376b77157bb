.nosuch
.
.b
.li
.sa
. tables
.TABLES
.te
.ca
.db
