SELECT 'first';
ROLLBACK;
SELECT 'next';
