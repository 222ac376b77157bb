-- PRAGMA trusted_schema: whether views and triggers may use any function.
-- covers: trusted_schema
-- labels: yes

PRAGMA trusted_schema;
----
# trusted_schema
1

PRAGMA trusted_schema = ON;
PRAGMA trusted_schema;
----
# trusted_schema
1

PRAGMA trusted_schema(off);
PRAGMA trusted_schema;
----
# trusted_schema
0

-- Numbers and words; eight bits of a number count, and what is no word is off.
PRAGMA trusted_schema = 256;
PRAGMA trusted_schema;
----
# trusted_schema
1

PRAGMA trusted_schema = 255;
PRAGMA trusted_schema;
----
# trusted_schema
1

PRAGMA trusted_schema = nonsense;
PRAGMA trusted_schema;
----
# trusted_schema
0

PRAGMA trusted_schema = 'Yes';
PRAGMA trusted_schema;
----
# trusted_schema
1

PRAGMA trusted_schema = -1;
PRAGMA trusted_schema;
----
# trusted_schema
0

PRAGMA main.trusted_schema = true;
PRAGMA temp.trusted_schema;
----
# trusted_schema
1

PRAGMA nosuch.trusted_schema;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_trusted_schema;
----
# trusted_schema
1

SELECT * FROM pragma_trusted_schema('main');
----
error ERROR: too many arguments on pragma_trusted_schema() - max 0

PRAGMA trusted_schema = 1 2;
----
error ERROR: near "2": syntax error

PRAGMA trusted_schema = 0;
CREATE VIEW v AS SELECT abs(-1) AS a;
CREATE VIEW w AS SELECT median(value) AS m FROM json_each('[1,2]');
SELECT * FROM v;
----
# a
1

SELECT * FROM w;
----
error ERROR: unsafe use of median()

SELECT median(value) FROM json_each('[1,2]');
----
# median(value)
1.5

PRAGMA trusted_schema = 1;
SELECT * FROM w;
----
# m
1.5
