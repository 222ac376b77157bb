-- PRAGMA analysis_limit: rows that ANALYZE looks at.
-- covers: analysis_limit
-- labels: yes

PRAGMA analysis_limit;
----
# analysis_limit
0

PRAGMA analysis_limit = 1;
----
# analysis_limit
1

PRAGMA analysis_limit;
----
# analysis_limit
1

PRAGMA analysis_limit = 0;
----
# analysis_limit
0

PRAGMA analysis_limit;
----
# analysis_limit
0

PRAGMA analysis_limit = -1;
----
# analysis_limit
0

PRAGMA analysis_limit;
----
# analysis_limit
0

PRAGMA analysis_limit = 100;
----
# analysis_limit
100

PRAGMA analysis_limit;
----
# analysis_limit
100

PRAGMA analysis_limit = 2147483647;
----
# analysis_limit
2147483647

PRAGMA analysis_limit;
----
# analysis_limit
2147483647

PRAGMA analysis_limit = 2147483648;
----
# analysis_limit
0

PRAGMA analysis_limit;
----
# analysis_limit
0

PRAGMA analysis_limit = 4294967296;
----
# analysis_limit
0

PRAGMA analysis_limit;
----
# analysis_limit
0

PRAGMA analysis_limit = -2147483649;
----
# analysis_limit
0

PRAGMA analysis_limit;
----
# analysis_limit
0

PRAGMA analysis_limit = 0x10;
----
# analysis_limit
16

PRAGMA analysis_limit;
----
# analysis_limit
16

PRAGMA analysis_limit = '7';
----
# analysis_limit
7

PRAGMA analysis_limit;
----
# analysis_limit
7

PRAGMA analysis_limit = '3abc';
----
# analysis_limit
7

PRAGMA analysis_limit;
----
# analysis_limit
7

PRAGMA analysis_limit = abc;
----
# analysis_limit
7

PRAGMA analysis_limit;
----
# analysis_limit
7

PRAGMA analysis_limit = 1.9;
----
# analysis_limit
7

PRAGMA analysis_limit;
----
# analysis_limit
7

PRAGMA analysis_limit = 1e3;
----
# analysis_limit
7

PRAGMA analysis_limit;
----
# analysis_limit
7

PRAGMA analysis_limit = '';
----
# analysis_limit
7

PRAGMA analysis_limit;
----
# analysis_limit
7

PRAGMA analysis_limit = +5;
----
# analysis_limit
5

PRAGMA analysis_limit;
----
# analysis_limit
5

PRAGMA analysis_limit(3);
----
# analysis_limit
3

PRAGMA main.analysis_limit;
----
# analysis_limit
3

PRAGMA temp.analysis_limit;
----
# analysis_limit
3

PRAGMA nosuch.analysis_limit;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_analysis_limit;
----
# analysis_limit
3

SELECT * FROM pragma_analysis_limit('main');
----
error ERROR: too many arguments on pragma_analysis_limit() - max 0

SELECT * FROM pragma_analysis_limit WHERE schema = 'temp';
----
error ERROR: no such column: schema

SELECT * FROM pragma_analysis_limit(1, 2);
----
error ERROR: too many arguments on pragma_analysis_limit() - max 0
