-- An index search by an equality that stands for another one leaves both to be tested.

CREATE TABLE a(x NUM, y INTEGER);
CREATE TABLE b(z REAL);
CREATE INDEX ay ON a(y);
INSERT INTO a VALUES(308,3),(99,2147483649),(3,3),(8,NULL);
INSERT INTO b VALUES(3.0),(2147483649.0),(NULL);

SELECT * FROM a JOIN b ON x=z WHERE unlikely(z=y);
----
3|3|3.0

SELECT * FROM a JOIN b ON x=z WHERE likely(z IS y);
----
3|3|3.0

SELECT * FROM a JOIN b WHERE z=x AND likelihood(z=y,0.5);
----
3|3|3.0

SELECT * FROM a JOIN b WHERE z=x AND z=y;
----
3|3|3.0
