-- PRAGMA foreign_key_list(TABLE): the foreign keys of a table; foreign_key_check: rows that violate them.
-- covers: foreign_key_list foreign_key_check
-- labels: yes

CREATE TABLE p(a INTEGER PRIMARY KEY, b, c, UNIQUE(b, c));
CREATE TABLE c(x REFERENCES p ON DELETE CASCADE ON UPDATE SET NULL, y, z REFERENCES p(a) DEFERRABLE INITIALLY DEFERRED MATCH FULL,
  FOREIGN KEY(y, z) REFERENCES p(b, c) ON DELETE RESTRICT ON UPDATE SET DEFAULT);
----
error ERROR: near "MATCH": syntax error

CREATE TABLE w(k PRIMARY KEY, p REFERENCES p) WITHOUT ROWID;
PRAGMA foreign_key_list(c);
----
# id|seq|table|from|to|on_update|on_delete|match

PRAGMA foreign_key_list('nosuch');
----
# id|seq|table|from|to|on_update|on_delete|match

PRAGMA foreign_key_list;
----
# id|seq|table|from|to|on_update|on_delete|match

PRAGMA main.foreign_key_list = c;
----
# id|seq|table|from|to|on_update|on_delete|match

PRAGMA temp.foreign_key_list(c);
----
# id|seq|table|from|to|on_update|on_delete|match

SELECT "from", "to" FROM pragma_foreign_key_list('c') ORDER BY id, seq;
----
# from|to

SELECT m.name, f."from" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE f.seq = 0 ORDER BY 1, 2;
----
# name|from
'w'|'p'

INSERT INTO p VALUES(1, 'b', 'c');
INSERT INTO c VALUES(1, 'b', 'c'), (2, NULL, 1), (NULL, 'q', 1), (3, 'q', 5);
----
error ERROR: no such table: c

INSERT INTO w VALUES('k', 7), ('l', 1);
PRAGMA foreign_key_check;
----
# table|rowid|parent|fkid
'w'|NULL|'p'|0

PRAGMA foreign_key_check(w);
----
# table|rowid|parent|fkid
'w'|NULL|'p'|0

PRAGMA foreign_key_check(p);
----
# table|rowid|parent|fkid

PRAGMA foreign_key_check(nosuch);
----
error ERROR: no such table: nosuch

PRAGMA main.foreign_key_check('c');
----
error ERROR: no such table: main.c

SELECT * FROM pragma_foreign_key_check('c', 'main');
----
error ERROR: no such table: main.c

-- A parent that is missing counts as empty; a key that is none is an error.
CREATE TABLE o(x REFERENCES absent);
INSERT INTO o VALUES(1), (NULL);
PRAGMA foreign_key_check(o);
----
# table|rowid|parent|fkid
'o'|1|'absent'|0

CREATE TABLE m(x REFERENCES p(b));
INSERT INTO m VALUES(1);
PRAGMA foreign_key_check(m);
----
error ERROR: foreign key mismatch - "m" referencing "p"
