SELECT 'first';
ATTACH '/nonexistent/dir/x' AS aux;
SELECT 'next';
