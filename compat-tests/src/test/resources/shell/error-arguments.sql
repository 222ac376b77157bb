SELECT 'first';
SELECT abs(1,2);
SELECT 'next';
