SELECT 1;
.bail on
SELECT nocol;
SELECT 'not reached';
