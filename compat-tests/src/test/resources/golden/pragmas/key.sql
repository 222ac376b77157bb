-- PRAGMA key and its relatives: the password of an encrypted database. Memory needs none; a C SQLite without encryption does not know them.
-- covers: key textkey hexkey rekey textrekey hexrekey
-- backends: memory

PRAGMA key;

PRAGMA key = 'secret';

PRAGMA textkey = 'secret';

PRAGMA hexkey = '00ff';

PRAGMA rekey = 'other';

PRAGMA textrekey = 'other';

PRAGMA hexrekey = 'ff00';

-- KEY of ATTACH is an expression like any other.
ATTACH ':memory:' AS a KEY 'secret';

ATTACH ':memory:' AS b KEY NULL;

ATTACH ':memory:' AS c KEY x'00ff';

SELECT count(*) FROM pragma_database_list;
----
4
