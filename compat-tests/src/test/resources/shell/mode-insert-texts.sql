.mode insert t
SELECT 'a'||char(10)||'b';
SELECT 'a'||char(13)||'b'||char(13,10);
SELECT 'a\nb'||char(10)||'c';
SELECT 'a\nb\012'||char(10)||'c';
SELECT 'a\nb\012(\0120)'||char(10)||'c';
SELECT 'a\rb'||char(13,10)||'it''s';
SELECT 'tab'||char(9)||'bell'||char(7);
SELECT char(10);
SELECT 'nul'||char(0)||'end';
