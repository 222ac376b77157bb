.bail on
.nosuch
SELECT 'not reached';
