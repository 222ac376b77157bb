.mode html
SELECT '<a href="x">&amp;</a>', 'it''s', NULL, x'3c', '';
.headers on
.nullvalue <null>
SELECT '<' AS "<b>", NULL AS "a&b";
