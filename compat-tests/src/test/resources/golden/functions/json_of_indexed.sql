-- JSON of an indexed expression: no index keeps the subtype that tells JSON from text.

CREATE TABLE messages(id INT, body TEXT);
CREATE INDEX by_sender ON messages(body->'from');
CREATE INDEX by_list ON messages(json_array(id));
CREATE INDEX by_chosen ON messages(CASE WHEN id < 3 THEN body->'to' ELSE body END);
CREATE INDEX by_length ON messages(length(body));
INSERT INTO messages VALUES(1, '{"from":{"x":1},"to":[2]}'), (2, '{"from":5,"to":"me"}'), (3, '{}');

SELECT body->'from', subtype(body->'from'), json_array(body->'from') FROM messages INDEXED BY by_sender WHERE body->'from' > '';
----
'5'|74|'[5]'
'{"x":1}'|74|'[{"x":1}]'

SELECT json_array(json_array(id)), json_quote(json_array(id)) FROM messages WHERE json_array(id) >= '[2]' ORDER BY json_array(id) DESC;
----
'[[3]]'|'[3]'
'[[2]]'|'[2]'

SELECT id, subtype(CASE WHEN id < 3 THEN body->'to' ELSE body END) FROM messages INDEXED BY by_chosen ORDER BY id;
----
1|74
2|74
3|0

SELECT json_group_array(body->'from'), json_group_array(length(body)) FROM messages INDEXED BY by_sender WHERE body->'from' > '';
----
'[5,{"x":1}]'|'[20,25]'

SELECT json_array(length(body)) FROM messages WHERE length(body) = 2;
----
'[2]'

-- A constant with a subtype does not stand for the column that equals it.
CREATE TABLE codes(code TEXT);
INSERT INTO codes VALUES(0);

SELECT count(*) FROM codes WHERE code = json_quote(0) AND json_array(code) < '[0]';
----
1

SELECT count(*) FROM codes WHERE code = json(0) AND json_object('c', code) = '{"c":"0"}';
----
1
