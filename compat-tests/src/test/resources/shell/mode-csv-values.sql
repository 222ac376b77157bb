.mode csv
SELECT 'plain', 'with space', 'comma,', 'quote"', 'apos''', 'ünï', char(9), char(10), '', NULL, x'', -1, 2.5;
SELECT 'semi;colon', 'bar|', '#', '@!$%^&*()', '/\', '.';
.separator ;
SELECT 'semi;colon', 'comma,';
.separator ab \n
SELECT 'a', 'ab', 'b';
.nullvalue 'a b,c'
SELECT NULL;
