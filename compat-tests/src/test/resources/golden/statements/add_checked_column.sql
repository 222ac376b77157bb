-- ALTER TABLE … ADD with constraints that present rows violate.
-- covers: ALTER TABLE

CREATE TABLE t(a);
INSERT INTO t VALUES(1);
ALTER TABLE t ADD b CHECK(b > 1);

ALTER TABLE t ADD b2 CHECK(b2 IS NOT NULL);
----
error ERROR: CHECK constraint failed

ALTER TABLE t ADD CHECK(a > 2);
----
error CONSTRAINT: constraint failed

ALTER TABLE t ADD CONSTRAINT x CHECK(a > 2);
----
error CONSTRAINT: constraint failed

ALTER TABLE t ALTER a SET NOT NULL;

INSERT INTO t(a) VALUES(NULL);
----
error CONSTRAINT_NOTNULL: NOT NULL constraint failed: t.a

ALTER TABLE t ALTER a SET NOT NULL;

CREATE TABLE u(c);
CREATE INDEX i ON u(('c'));
ALTER TABLE u RENAME c TO x0;

SELECT sql FROM sqlite_schema;
----
'CREATE TABLE t(a NOT NULL, b CHECK(b > 1))'
'CREATE TABLE u(x0)'
'CREATE INDEX i ON u(("x0"))'
