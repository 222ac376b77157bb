SELECT 'first';
SELECT 'ünïcödé ünïcödé ünïcödé ünïcödé ünïcödé ünïcödé ünïcödé', nocol, 'ünïcödé ünïcödé ünïcödé ünïcödé';
SELECT 'next';
