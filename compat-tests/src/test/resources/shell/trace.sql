.trace stdout
SELECT 1;  SELECT 2;
CREATE TABLE t(a);
.trace off
SELECT 3;
.trace --foo
.trace t.txt
SELECT 4;
.trace off
.shell cat t.txt
