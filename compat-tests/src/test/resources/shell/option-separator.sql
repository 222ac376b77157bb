-- arguments: -separator :: -newline !! :memory:
SELECT 1, 2;
SELECT 3, 'a::b';
