-- CURRENT_DATE, CURRENT_TIME, CURRENT_TIMESTAMP.
-- covers: current_date current_time current_timestamp

SELECT current_date = date('now'), current_time = time('now'), current_timestamp = datetime('now'), typeof(CURRENT_TIMESTAMP), length(CURRENT_DATE), length(CURRENT_TIME), length(CURRENT_TIMESTAMP);
----
1|1|1|'text'|10|8|19

CREATE TABLE t(a DEFAULT CURRENT_TIMESTAMP, b DEFAULT CURRENT_DATE, c DEFAULT CURRENT_TIME, d);
INSERT INTO t(d) VALUES(1);
SELECT length(a), length(b), length(c), typeof(a) FROM t;
----
19|10|8|'text'

SELECT current_date(), current_time(), current_timestamp();
----
error ERROR: near "(": syntax error

CREATE INDEX i ON t(current_date);
----
error ERROR: non-deterministic functions prohibited in index expressions

CREATE TABLE u(a CHECK(a < CURRENT_TIMESTAMP));
INSERT INTO u VALUES('1000');
SELECT * FROM u;
----
'1000'
