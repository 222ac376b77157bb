SELECT 'first';
SELEC 1;
SELECT 'next';
