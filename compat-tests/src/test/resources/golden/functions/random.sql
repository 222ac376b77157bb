-- random(): a random integer; randomblob(N): N random bytes; zeroblob(N): N zero bytes.
-- covers: random randomblob zeroblob

SELECT typeof(random()), random() = random(), typeof(randomblob(5)), length(randomblob(5)), length(randomblob(0)), length(randomblob(-3)), length(randomblob(NULL)), length(randomblob('3'));
----
'integer'|0|'blob'|5|1|1|1|3

SELECT count(DISTINCT random()), count(DISTINCT randomblob(8)) FROM json_each('[1,2,3,4,5,6]');
----
6|6

SELECT zeroblob(3), zeroblob(0), zeroblob(-1), zeroblob(NULL), zeroblob('2'), typeof(zeroblob(2)), zeroblob(2) = x'0000', length(zeroblob(100000)), zeroblob(2) || 'a', hex(substr(zeroblob(5) || x'01', 5));
----
x'000000'|x''|x''|x''|x'0000'|'blob'|1|100000|unistr('\u0000\u0000a')|''

CREATE TABLE t(a, b);
INSERT INTO t VALUES(zeroblob(10000), 1), (1, zeroblob(5));
SELECT length(a), typeof(a), length(b) FROM t;
----
10000|'blob'|1
1|'integer'|5

SELECT random(1);
----
error ERROR: wrong number of arguments to function random()

SELECT randomblob();
----
error ERROR: wrong number of arguments to function randomblob()

SELECT zeroblob();
----
error ERROR: wrong number of arguments to function zeroblob()

SELECT zeroblob(2147483648);
----
error TOOBIG: string or blob too big

SELECT randomblob(2147483648);
----
error TOOBIG: string or blob too big
