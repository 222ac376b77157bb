-- LIKE and GLOB over bytes that are not UTF-8: none of them is a wildcard.

create table t(a);

insert into t values(x'fffe'),(x'ff'),(x'c3'),(x'80'),('a'),(x'eda080'),(x'f09f98'),(x'c3a4');

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
