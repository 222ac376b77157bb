-- The words GENERATED ALWAYS are no part of a type; ALWAYS alone at its end is taken off, too, if the type is long enough.

CREATE TABLE t(a always, b foo always, c double precision always, d TEXT GENERATED /* c */ ALWAYS AS (1), e GENERATED ALWAYS AS (2), f "a quoted type always", g "a type" generated always AS (3), h TEXTgenerated always, i always always always always);

PRAGMA table_xinfo(t);
----
0|'a'|'always'|0|NULL|0|0
1|'b'|'foo always'|0|NULL|0|0
2|'c'|'double precision'|0|NULL|0|0
3|'d'|'TEXT GENERATED /* c */'|0|NULL|0|2
4|'e'|''|0|NULL|0|2
5|'f'|'a quoted type always'|0|NULL|0|0
6|'g'|'a type'|0|NULL|0|2
7|'h'|'TEXT'|0|NULL|0|0
8|'i'|'always always always'|0|NULL|0|0

CREATE TABLE s(a TEXT, b TEXT GENERATED /* c */ ALWAYS AS (1)) STRICT;
----
error ERROR: unknown datatype for s.b: "TEXT GENERATED /* c */"
