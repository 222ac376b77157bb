.output /nonexistent/x
SELECT 1;
.once /nonexistent/x
SELECT 2;
