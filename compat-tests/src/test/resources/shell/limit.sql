.limit length
.limit foo
.limit le
.limit length 1000
.limit length
.limit l
.limit expr_depth 5 6
.limit trigger_depth 10
.limit TRIGGER_DEPTH
.limit expr_depth 3
SELECT 1+1+1+1+1+1;
