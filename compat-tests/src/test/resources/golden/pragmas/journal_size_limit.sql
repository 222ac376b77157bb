-- PRAGMA journal_size_limit: bytes that stay of a journal.
-- covers: journal_size_limit
-- backends: file
-- labels: yes

PRAGMA journal_size_limit;
----
# journal_size_limit
-1

PRAGMA journal_size_limit = 0;
----
# journal_size_limit
0

PRAGMA journal_size_limit;
----
# journal_size_limit
0

PRAGMA journal_size_limit = -1;
----
# journal_size_limit
-1

PRAGMA journal_size_limit;
----
# journal_size_limit
-1

PRAGMA journal_size_limit = -5;
----
# journal_size_limit
-1

PRAGMA journal_size_limit;
----
# journal_size_limit
-1

PRAGMA journal_size_limit = 1000000;
----
# journal_size_limit
1000000

PRAGMA journal_size_limit;
----
# journal_size_limit
1000000

PRAGMA journal_size_limit = 4294967296;
----
# journal_size_limit
4294967296

PRAGMA journal_size_limit;
----
# journal_size_limit
4294967296

PRAGMA journal_size_limit = abc;
----
# journal_size_limit
0

PRAGMA journal_size_limit;
----
# journal_size_limit
0

PRAGMA journal_size_limit = 9223372036854775807;
----
# journal_size_limit
9223372036854775807

PRAGMA journal_size_limit;
----
# journal_size_limit
9223372036854775807

PRAGMA journal_size_limit(3);
----
# journal_size_limit
3

PRAGMA main.journal_size_limit;
----
# journal_size_limit
3

PRAGMA temp.journal_size_limit;
----
# journal_size_limit
-1

PRAGMA nosuch.journal_size_limit;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_journal_size_limit;
----
# journal_size_limit
3

SELECT * FROM pragma_journal_size_limit('main');
----
# journal_size_limit
3

SELECT * FROM pragma_journal_size_limit WHERE schema = 'temp';
----
# journal_size_limit
-1

SELECT * FROM pragma_journal_size_limit(1, 2);
----
error ERROR: too many arguments on pragma_journal_size_limit() - max 1
