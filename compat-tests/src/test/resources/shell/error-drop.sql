SELECT 'first';
DROP TABLE nosuch;
SELECT 'next';
