-- CAST to no type at all is to NUMERIC.

select cast(1 as);
----
1

select typeof(cast(1 as)), cast('a' as), cast(1 as) || 'x';
----
'integer'|0|'1x'
