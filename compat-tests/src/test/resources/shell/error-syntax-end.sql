SELECT 'first';
SELECT 1 +;
SELECT 'next';
