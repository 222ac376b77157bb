-- ORDER BY among the arguments of a call.

CREATE TABLE songs(title TEXT, length INT, year INT);
INSERT INTO songs VALUES('c', 3, 1), ('a', 2, 2), ('b', 2, 3), ('a', 1, 4);

SELECT group_concat(title ORDER BY length, title DESC), group_concat(DISTINCT title ORDER BY year DESC), count(ORDER BY title), max(title ORDER BY year) FROM songs;
----
'a,b,a,c'|'b,a,c'|4|'c'

-- Without an argument there is nothing to order, and the names are not looked at.
SELECT count(ORDER BY nothing) FROM songs;
----
error ERROR: near "nothing": syntax error

SELECT row_number(ORDER BY title) OVER (ORDER BY year) FROM songs;
----
1
2
3
4

SELECT typeof(random(ORDER BY nothing));
----
error ERROR: near "nothing": syntax error

SELECT sum(length ORDER BY title) OVER () FROM songs;
----
error ERROR: ORDER BY may not be used with non-aggregate sum()

SELECT first_value(title ORDER BY year) OVER (ORDER BY year) FROM songs;
----
error ERROR: ORDER BY may not be used with non-aggregate first_value()

SELECT sum(DISTINCT length ORDER BY nothing) OVER w FROM songs WINDOW w AS (ORDER BY title);
----
error ERROR: near "nothing": syntax error

SELECT abs(length ORDER BY title) OVER () FROM songs;
----
error ERROR: ORDER BY may not be used with non-aggregate abs()

SELECT abs(length ORDER BY title) FROM songs;
----
error ERROR: ORDER BY may not be used with non-aggregate abs()

SELECT abs(length ORDER BY title) FILTER (WHERE length) FROM songs;
----
error ERROR: FILTER may not be used with non-aggregate abs()
