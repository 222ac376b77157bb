-- A parent's REAL column is searched as an index is: an integer that no REAL equals has no parent.

PRAGMA foreign_keys = 1;

CREATE TABLE p(a REAL PRIMARY KEY);

CREATE TABLE c(d REFERENCES p);

INSERT INTO p VALUES(12), (9223372036854775807), (0.5), (9007199254740992);

INSERT INTO c VALUES('9223372036854775807');
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

INSERT INTO c VALUES(9223372036854775807);
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

INSERT INTO c VALUES('12'), (12), ('1.2e1'), ('.5'), (9223372036854775808), ('9007199254740992');

INSERT INTO c VALUES('9007199254740993');
----
error CONSTRAINT_FOREIGNKEY: FOREIGN KEY constraint failed

SELECT d, typeof(d) FROM c;
----
'12'|'text'
12|'integer'
'1.2e1'|'text'
'.5'|'text'
9.2233720368547758e+18|'real'
'9007199254740992'|'text'

PRAGMA foreign_key_check;
