-- likely() and COLLATE around a conjunction do not hide its parts, and a literal beside OR makes the other side the condition.

CREATE TABLE t(a,b,c,d);
CREATE INDEX ia ON t(a);
CREATE INDEX ib ON t(b);
INSERT INTO t VALUES(1,11,'x',0.0),(2,12,'y',NULL),(1,13,'{"b":1}',1);

SELECT b FROM t WHERE likely(d AND c->'b');
----
13

SELECT b FROM t WHERE unlikely((likely(d AND c->'b') AND a) COLLATE nocase);
----
13

SELECT b FROM t WHERE likelihood(d AND c->'b',0.5) OR 0;
----
13

EXPLAIN QUERY PLAN SELECT 1 FROM t WHERE likely(a=3 AND b=4);
----
3|0|62|'SEARCH t USING INDEX ib (b=?)'

EXPLAIN QUERY PLAN SELECT 1 FROM t WHERE (a=1 AND b=7) COLLATE nocase;
----
3|0|62|'SEARCH t USING INDEX ib (b=?)'

EXPLAIN QUERY PLAN SELECT 1 FROM t WHERE a=1 OR 0;
----
2|0|54|'SEARCH t USING COVERING INDEX ia (a=?)'

EXPLAIN QUERY PLAN SELECT c FROM t WHERE a=1 OR c=3 AND 0;
----
3|0|62|'SEARCH t USING INDEX ia (a=?)'

EXPLAIN QUERY PLAN SELECT 1 FROM t WHERE a=1 OR NULL;
----
2|0|211|'SCAN t USING COVERING INDEX ia'

EXPLAIN QUERY PLAN SELECT 1 FROM t WHERE a=1 OR 1;
----
2|0|211|'SCAN t USING COVERING INDEX ia'
