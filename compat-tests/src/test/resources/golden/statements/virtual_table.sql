-- CREATE VIRTUAL TABLE: what is wrong before any module is asked.
-- covers: CREATE VIRTUAL TABLE

CREATE VIRTUAL TABLE v;
----
error ERROR: near ";": syntax error

CREATE TABLE t(a);
CREATE VIRTUAL TABLE t USING nosuch;
----
error ERROR: table t already exists

CREATE VIRTUAL TABLE IF NOT EXISTS t USING nosuch;
CREATE VIRTUAL TABLE nosuch.v USING nosuch;
----
error ERROR: unknown database nosuch
