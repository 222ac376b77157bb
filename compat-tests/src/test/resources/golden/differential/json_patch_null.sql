-- json_patch looks at its first argument even if the second is NULL.

select json_patch('x',null), 1;
----
error ERROR: malformed JSON

select json_patch('x',1);
----
error ERROR: malformed JSON

select json_patch(null,'x');
----
NULL

select json_patch('{',null);
----
error ERROR: malformed JSON
