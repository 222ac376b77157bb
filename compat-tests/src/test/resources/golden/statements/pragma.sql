-- PRAGMA: its forms.
-- covers: PRAGMA
-- labels: yes

PRAGMA user_version;
----
# user_version
0

PRAGMA user_version = 5;
PRAGMA USER_VERSION;
----
# user_version
5

PRAGMA main.user_version(6);
PRAGMA "user_version";
----
# user_version
6

PRAGMA user_version = -7;
PRAGMA user_version = '8';
PRAGMA user_version = "9";
PRAGMA user_version;
----
# user_version
9

PRAGMA user_version = +10;
SELECT user_version FROM pragma_user_version;
----
# user_version
10

PRAGMA foreign_keys = on;
PRAGMA foreign_keys = delete;
PRAGMA foreign_keys;
----
# foreign_keys
0

PRAGMA nosuch;

PRAGMA nosuch = 1;

PRAGMA nosuch.user_version;
----
error ERROR: unknown database nosuch

PRAGMA user_version = 1 + 1;
----
error ERROR: near "+": syntax error

PRAGMA user_version = (1);
----
error ERROR: near "(": syntax error

PRAGMA user_version(;
----
error ERROR: near ";": syntax error

PRAGMA user_version =;
----
error ERROR: near ";": syntax error

PRAGMA;
----
error ERROR: near ";": syntax error

PRAGMA a.b.c;
----
error ERROR: near ".": syntax error

PRAGMA user_version(1, 2);
----
error ERROR: near ",": syntax error

EXPLAIN QUERY PLAN PRAGMA user_version;
----
# id|parent|notused|detail
