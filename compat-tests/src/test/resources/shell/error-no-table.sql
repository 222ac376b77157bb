SELECT 'first';
SELECT * FROM nosuch;
SELECT 'next';
