SELECT 'first';
SELECT nosuchf(1);
SELECT 'next';
