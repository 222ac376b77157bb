.bail maybe
.headers ON
SELECT 1 AS a;
.headers No
SELECT 1 AS a;
.headers 2
SELECT 1 AS a;
.headers 0x0
SELECT 1 AS a;
.changes
.changes x y
.timer
.binary
.echo
.bail
.eqp
