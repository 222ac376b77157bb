-- ALTER TABLE … DROP CONSTRAINT of foreign keys, and of names that stand before what is no constraint: there the name alone goes.

CREATE TABLE town(id INTEGER PRIMARY KEY, code TEXT UNIQUE);
CREATE TABLE street(id INTEGER PRIMARY KEY, town CONSTRAINT in_town REFERENCES town(id) ON DELETE SET NULL MATCH full DEFERRABLE INITIALLY DEFERRED NOT NULL,
  code, CONSTRAINT by_code FOREIGN KEY(code) REFERENCES town(code) ON UPDATE CASCADE, CONSTRAINT one_name UNIQUE(code));
PRAGMA foreign_keys = on;

INSERT INTO street VALUES(1, 7, 'x');
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

ALTER TABLE street DROP CONSTRAINT by_code;
INSERT INTO street VALUES(1, 7, 'x');
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

ALTER TABLE street DROP CONSTRAINT in_town;
INSERT INTO street VALUES(1, 7, 'x');

SELECT sql FROM sqlite_schema WHERE name = 'street';
----
unistr('CREATE TABLE street(id INTEGER PRIMARY KEY, town NOT NULL,\u000a  code, CONSTRAINT one_name UNIQUE(code))')

PRAGMA foreign_key_list(street);

ALTER TABLE street DROP CONSTRAINT one_name;
----
error ERROR: constraint may not be dropped: one_name

-- Several foreign keys in one place.
CREATE TABLE two(a CONSTRAINT first REFERENCES town REFERENCES street, b, CONSTRAINT second FOREIGN KEY(b) REFERENCES town CONSTRAINT third FOREIGN KEY(b) REFERENCES street);
ALTER TABLE two DROP CONSTRAINT first;
ALTER TABLE two DROP CONSTRAINT second;

SELECT sql FROM sqlite_schema WHERE name = 'two';
----
'CREATE TABLE two(a REFERENCES street, b, CONSTRAINT third FOREIGN KEY(b) REFERENCES street)'

-- A column may be called GENERATED.
CREATE TABLE odd(generated CONSTRAINT k REFERENCES town NOT NULL, b CONSTRAINT j REFERENCES town GENERATED ALWAYS AS (1));
ALTER TABLE odd DROP CONSTRAINT k;
ALTER TABLE odd DROP CONSTRAINT j;

SELECT sql FROM sqlite_schema WHERE name = 'odd';
----
'CREATE TABLE odd(generated NOT NULL, b GENERATED ALWAYS AS (1))'

CREATE TABLE names(a CONSTRAINT d DEFAULT 5 NOT NULL, b CONSTRAINT c COLLATE nocase, e CONSTRAINT g GENERATED ALWAYS AS (a), f CONSTRAINT s AS (b) STORED, h CONSTRAINT l DEFERRABLE, i CONSTRAINT n NULL);
ALTER TABLE names DROP CONSTRAINT d;
ALTER TABLE names DROP CONSTRAINT c;
ALTER TABLE names DROP CONSTRAINT g;
ALTER TABLE names DROP CONSTRAINT s;

ALTER TABLE names DROP CONSTRAINT l;
----
error ERROR: constraint may not be dropped: l

ALTER TABLE names DROP CONSTRAINT n;
----
error ERROR: constraint may not be dropped: n

SELECT sql FROM sqlite_schema WHERE name = 'names';
----
'CREATE TABLE names(a DEFAULT 5 NOT NULL, b COLLATE nocase, e GENERATED ALWAYS AS (a), f AS (b) STORED, h CONSTRAINT l DEFERRABLE, i CONSTRAINT n NULL)'
