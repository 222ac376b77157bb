-- PRAGMA case_sensitive_like: whether LIKE takes A and a as different.
-- covers: case_sensitive_like
-- labels: yes

SELECT 'a' LIKE 'A', 'ä' LIKE 'Ä', 'abc' LIKE 'AB%', like('A', 'a');
----
# 'a' LIKE 'A'|'ä' LIKE 'Ä'|'abc' LIKE 'AB%'|like('A', 'a')
1|0|1|1

PRAGMA case_sensitive_like;

PRAGMA case_sensitive_like = 1;
SELECT 'a' LIKE 'A', 'a' LIKE 'a', 'abc' LIKE 'AB%', 'abc' LIKE 'ab_', like('A', 'a'), 'a%' LIKE 'A!%' ESCAPE '!';
----
# 'a' LIKE 'A'|'a' LIKE 'a'|'abc' LIKE 'AB%'|'abc' LIKE 'ab_'|like('A', 'a')|'a%' LIKE 'A!%' ESCAPE '!'
0|1|0|1|0|0

PRAGMA case_sensitive_like(off);
SELECT 'a' LIKE 'A';
----
# 'a' LIKE 'A'
1

SELECT * FROM pragma_case_sensitive_like;
----
error ERROR: no such table: pragma_case_sensitive_like
