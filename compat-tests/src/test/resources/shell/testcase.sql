.testcase 100
SELECT 1;
.check 1*
.testcase
SELECT 2;
.check 2
.testcase x
SELECT 1, 2; SELECT 3;
.check "1|2*3"
