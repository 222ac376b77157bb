-- PRAGMA encoding: of all texts of the database.
-- covers: encoding
-- labels: yes

PRAGMA encoding;
----
# encoding
'UTF-8'

PRAGMA encoding = 'UTF-16';

PRAGMA encoding;
----
# encoding
'UTF-16le'

PRAGMA encoding = utf8;

PRAGMA encoding;
----
# encoding
'UTF-8'

PRAGMA encoding = 'UTF-16be';

PRAGMA encoding;
----
# encoding
'UTF-16be'

PRAGMA encoding = UTF16le;

PRAGMA encoding;
----
# encoding
'UTF-16le'

PRAGMA encoding = 'UTF-8';

PRAGMA encoding;
----
# encoding
'UTF-8'

PRAGMA encoding = nonsense;
----
error ERROR: unsupported encoding: nonsense

PRAGMA encoding;
----
# encoding
'UTF-8'

PRAGMA encoding(3);
----
error ERROR: unsupported encoding: 3

PRAGMA main.encoding;
----
# encoding
'UTF-8'

PRAGMA temp.encoding;
----
# encoding
'UTF-8'

PRAGMA nosuch.encoding;
----
error ERROR: unknown database nosuch

SELECT * FROM pragma_encoding;
----
# encoding
'UTF-8'

SELECT * FROM pragma_encoding('main');
----
error ERROR: too many arguments on pragma_encoding() - max 0

SELECT * FROM pragma_encoding WHERE schema = 'temp';
----
error ERROR: no such column: schema

SELECT * FROM pragma_encoding(1, 2);
----
error ERROR: too many arguments on pragma_encoding() - max 0

-- Once there is something in the database it cannot change.
CREATE TABLE t(a);
INSERT INTO t VALUES('äöü😀');
PRAGMA encoding = 'UTF-16le';
PRAGMA encoding;
----
# encoding
'UTF-8'

SELECT a, length(a), octet_length(a), hex(a) FROM t;
----
# a|length(a)|octet_length(a)|hex(a)
'äöü😀'|4|10|'C3A4C3B6C3BCF09F9880'

-- An attached database must have the same.
ATTACH ':memory:' AS x;
CREATE TABLE x.u(a);
PRAGMA x.encoding;
----
# encoding
'UTF-8'
