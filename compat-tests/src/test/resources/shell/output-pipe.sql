.output |cat -n
SELECT 5;
SELECT 6;
.output
SELECT 7;
.once |tr a-z A-Z
SELECT 'hello';
SELECT 'world';
.once | tr a-z A-Z
.print dot
SELECT 'x';
