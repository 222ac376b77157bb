.mode box --wrap 10
SELECT 'the quick brown fox jumps over the lazy dog' AS "a rather long heading", 12345678901234 AS n;
.mode table --wrap 10 --wordwrap on
SELECT 'the quick brown fox jumps over the lazy dog' AS "a rather long heading", 12345678901234 AS n;
.mode markdown --ww --wrap 7
SELECT 'the quick brown fox jumps over the lazy dog' AS "a rather long heading", 12345678901234 AS n;
.mode column --wrap 12 --wordwrap 1
SELECT 'the quick brown fox jumps over the lazy dog' AS "a rather long heading", 12345678901234 AS n;
