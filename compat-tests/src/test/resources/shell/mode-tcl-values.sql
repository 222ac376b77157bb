.mode tcl
SELECT 'a"b\c', char(1,9,10,13,127), 'ünï', '{}', '[x]', '$y', NULL, x'4142';
.nullvalue "a\"b"
SELECT NULL;
.separator ,
SELECT 1,2;
