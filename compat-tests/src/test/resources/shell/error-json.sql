SELECT 'first';
SELECT 1, json('x');
SELECT 'next';
