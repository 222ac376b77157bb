SELECT 'first';
SELECT 1 FROM;
SELECT 'next';
