.mode box --ww --wrap 8
SELECT 'ab cd'||char(10)||'ef gh ij kl'||char(13)||char(10)||'mno' AS t;
SELECT 'punctuation,is;a-good.place' AS t, 'averyveryverylongword in between' AS u;
SELECT '  leading and   many    spaces  ' AS t;
SELECT 'tab'||char(9)||'tab'||char(9)||'end of it' AS t;
SELECT 'ünï cödé 日本語 日本語日本語日本語' AS t;
