SELECT 'first';
SELECT 'a
b', zzz
= 3;
SELECT 'next';
