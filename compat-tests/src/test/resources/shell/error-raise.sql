SELECT 'first';
SELECT raise(abort,'x');
SELECT 'next';
