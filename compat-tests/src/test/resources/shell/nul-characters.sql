SELECT 'a'||char(0)||'b', length('a'||char(0)||'b');
.mode quote
SELECT 'a'||char(0)||'b';
.mode json
SELECT 'a'||char(0)||'b' AS x;
.mode csv
SELECT 'a'||char(0)||'b';
.mode column
SELECT 'a'||char(0)||'b' AS x;
