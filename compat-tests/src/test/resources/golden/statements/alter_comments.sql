-- What ALTER TABLE adds stays as it is written, with comments in slashes and stars behind it; those behind dashes go if nothing follows.

CREATE TABLE t(a, b INT);
ALTER TABLE t ADD CHECK(a > 0) /* one */ -- two
;
ALTER TABLE t ADD CONSTRAINT z CHECK(a /* in */ > 0)   /* c */   /* d */;
ALTER TABLE t ALTER b SET NOT  /* m */ NULL /* n */   ;
ALTER TABLE t ALTER a SET NOT NULL ON CONFLICT FAIL -- x
/* y */;

SELECT sql FROM sqlite_schema;
----
unistr('CREATE TABLE t(a NOT NULL ON CONFLICT FAIL -- x\u000a/* y */, b INT NOT  /* m */ NULL /* n */, CHECK(a > 0) /* one */, CONSTRAINT z CHECK(a /* in */ > 0)   /* c */   /* d */)')
