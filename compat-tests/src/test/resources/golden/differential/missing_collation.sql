-- A column whose collation is not known can be read and changed as long as nothing is ordered or compared by it.

CREATE TABLE t(a TEXT COLLATE NOCASE, b, c DEFAULT 'x' COLLATE NOCASE);

INSERT INTO t VALUES('a', 1, 'y'), ('b', 2, 'z');

CREATE TABLE plain(a TEXT COLLATE NOCASE, b);

INSERT INTO plain SELECT a, b FROM t;

CREATE INDEX i ON t(c);

PRAGMA writable_schema = 1;

UPDATE sqlite_schema SET sql = replace(sql, 'NOCASE', 'LOCALIZED');

PRAGMA writable_schema = RESET;

SELECT * FROM t;
----
'a'|1|'y'
'b'|2|'z'

SELECT a || c, typeof(a), a IS NULL, a LIKE 'A', coalesce(a, b) FROM t WHERE b = 1;
----
'ay'|'text'|0|1|'a'

SELECT a FROM t UNION ALL SELECT a FROM plain;
----
'a'
'b'
'a'
'b'

SELECT count(a), count(*), group_concat(a) FROM t;
----
2|2|'a,b'

SELECT a = 'a' FROM t;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

SELECT a FROM t WHERE a > 'a';
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

SELECT a FROM t WHERE a IN ('a');
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

SELECT a BETWEEN 'a' AND 'b' FROM t;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

SELECT a FROM t ORDER BY a;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

SELECT DISTINCT a FROM t;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

SELECT count(*) FROM t GROUP BY a;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

SELECT a FROM t UNION SELECT a FROM t;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

SELECT max(a) FROM t;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

SELECT min(a, 'b') FROM t;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

SELECT count(DISTINCT a) FROM t;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

SELECT CASE a WHEN 'a' THEN 1 END FROM t;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

SELECT row_number() OVER (PARTITION BY a) FROM t;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

-- The index cannot be kept.
INSERT INTO t VALUES('q', 4, 'w');
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

UPDATE t SET c = 'w';
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

DELETE FROM t WHERE b = 1;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

PRAGMA integrity_check;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

PRAGMA quick_check;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

REINDEX;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

-- Nothing is compared where there is no index.
UPDATE plain SET a = a || '!' WHERE b = 1;

DELETE FROM plain WHERE b = 2;

INSERT INTO plain VALUES('z', 3);

SELECT * FROM plain;
----
'a!'|1
'z'|3

ALTER TABLE plain ADD d DEFAULT 7;

ALTER TABLE plain ADD e COLLATE nosuch;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: nosuch

SELECT * FROM plain;
----
'a!'|1|7
'z'|3|7

CREATE INDEX j ON plain(a);
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

DROP INDEX i;

ALTER TABLE plain RENAME COLUMN a TO n;

CREATE INDEX k ON plain(n);
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: LOCALIZED

PRAGMA integrity_check;
----
'ok'

-- In expressions.
SELECT 'a' COLLATE nosuch;
----
'a'

SELECT ('a' COLLATE nosuch) || 'x', typeof('a' COLLATE nosuch), 1 COLLATE nosuch + 1, 1 COLLATE nosuch IS NULL;
----
'ax'|'text'|2|0

SELECT 1 WHERE 1 COLLATE nosuch;
----
1

SELECT 'a' COLLATE nosuch = 'a';
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: nosuch

SELECT max('a' COLLATE nosuch);
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: nosuch

SELECT 1 ORDER BY 1 COLLATE nosuch;
----
error ERROR_MISSING_COLLSEQ: no such collation sequence: nosuch
