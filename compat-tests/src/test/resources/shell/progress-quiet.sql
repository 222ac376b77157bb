.progress 10 --quiet --limit 2
WITH RECURSIVE c(x) AS (VALUES(1) UNION ALL SELECT x+1 FROM c WHERE x<200) SELECT count(*) FROM c;
.progress 0
SELECT 1;
.progress --foo
.progress --limit
