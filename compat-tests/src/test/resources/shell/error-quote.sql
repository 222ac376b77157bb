SELECT 'first';
SELECT 'unfinished;
SELECT 'next';
