.once --bom b.txt
SELECT 1;
.shell od -c b.txt
.output --bom c.txt
SELECT 2;
.output
.shell od -c c.txt
