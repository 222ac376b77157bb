.output o.txt
SELECT 1;
SELECT nocol;
.print printed
.output
SELECT 2;
.shell cat o.txt
.once p.txt
SELECT 3; SELECT 4;
SELECT 5;
.shell cat p.txt
.once
.output stdout
SELECT 6;
