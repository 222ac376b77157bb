SELECT 'first';
SELECT 1 # 2;
SELECT 'next';
