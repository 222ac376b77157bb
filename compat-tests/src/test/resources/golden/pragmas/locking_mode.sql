-- PRAGMA locking_mode: whether locks are kept.
-- covers: locking_mode
-- backends: file
-- labels: yes

PRAGMA locking_mode;
----
# locking_mode
'normal'

PRAGMA locking_mode = exclusive;
----
# locking_mode
'exclusive'

PRAGMA locking_mode;
----
# locking_mode
'exclusive'

PRAGMA locking_mode = NORMAL;
----
# locking_mode
'normal'

PRAGMA locking_mode;
----
# locking_mode
'normal'

PRAGMA locking_mode = normal;
----
# locking_mode
'normal'

PRAGMA locking_mode;
----
# locking_mode
'normal'

PRAGMA locking_mode = abc;
----
# locking_mode
'normal'

PRAGMA locking_mode;
----
# locking_mode
'normal'

PRAGMA locking_mode = 1;
----
# locking_mode
'normal'

PRAGMA locking_mode;
----
# locking_mode
'normal'

PRAGMA locking_mode(3);
----
# locking_mode
'normal'

PRAGMA main.locking_mode;
----
# locking_mode
'normal'

PRAGMA temp.locking_mode;
----
# locking_mode
'exclusive'

PRAGMA nosuch.locking_mode;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_locking_mode;
----
# locking_mode
'normal'

SELECT * FROM pragma_locking_mode('main');
----
# locking_mode
'normal'

SELECT * FROM pragma_locking_mode WHERE schema = 'temp';
----
# locking_mode
'exclusive'

SELECT * FROM pragma_locking_mode(1, 2);
----
error ERROR: too many arguments on pragma_locking_mode() - max 1
