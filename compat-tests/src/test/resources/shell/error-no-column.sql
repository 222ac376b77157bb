SELECT 'first';
SELECT nocol FROM (SELECT 1 AS a);
SELECT 'next';
