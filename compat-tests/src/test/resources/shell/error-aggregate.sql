SELECT 'first';
SELECT max(count(*));
SELECT 'next';
