-- Comments behind an added constraint: those between slashes stay, with what stands before them; what is left at the end up to the end of a line goes.

CREATE TABLE t(a, b);

ALTER TABLE t ADD CONSTRAINT c1 CHECK(a > 0) /* x */ -- y
;

ALTER TABLE t ADD CONSTRAINT c2 CHECK(a > 0) -- x
  /* y */ /* z */  ;

ALTER TABLE t ADD CHECK(a > 0) -- x
  -- y
 ;

ALTER TABLE t ALTER a SET NOT NULL /* x */ -- y
;

ALTER TABLE t ALTER b SET NOT NULL -- x
 ON CONFLICT /* y */ IGNORE -- z
;

SELECT sql FROM sqlite_schema;
----
unistr('CREATE TABLE t(a NOT NULL /* x */, b NOT NULL -- x\u000a ON CONFLICT /* y */ IGNORE, CONSTRAINT c1 CHECK(a > 0) /* x */, CONSTRAINT c2 CHECK(a > 0) -- x\u000a  /* y */ /* z */, CHECK(a > 0))')
