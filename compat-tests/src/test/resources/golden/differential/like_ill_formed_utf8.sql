-- LIKE and GLOB over bytes that are not UTF-8: none of them is a wildcard.

create table t(a);

insert into t values(x'fffe'),(x'ff'),(x'c3'),(x'80'),('a'),(x'eda080'),(x'f09f98'),(x'c3a4');

-- utf8: a blob becomes text by its bytes.
select quote(a), a like a, a glob a, a like '%', a like '_', a glob '?', a glob '*', 'x'||a like 'x'||a, a like x'fffe', a like x'ff',a like x'eda080',a glob x'80' from t;
----
'X''FFFE'''|1|1|1|0|0|1|1|1|0|0|0
'X''FF'''|1|1|1|1|1|1|1|0|1|1|0
'X''C3'''|1|1|1|1|1|1|1|0|1|1|0
'X''80'''|1|1|1|1|1|1|1|0|0|0|1
'''a'''|1|1|1|1|1|1|1|0|0|0|0
'X''EDA080'''|1|1|1|1|1|1|1|0|1|1|0
'X''F09F98'''|1|1|1|1|1|1|1|0|0|0|0
'X''C3A4'''|1|1|1|1|1|1|1|0|0|0|0

-- The last two code points of the first plane are characters of their own.
-- utf8: a blob becomes text by its bytes.
SELECT unicode(char(65535)), unicode(char(65534)), char(65534) GLOB char(65535), x'c3' GLOB char(65535), x'c3' GLOB char(65533), char(65535) LIKE char(65534);
----
65535|65534|0|0|1|0
