SELECT 'first';
SELECT x'1';
SELECT 'next';
