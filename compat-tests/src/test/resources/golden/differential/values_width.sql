-- The message when VALUES is an arm of a compound with too few or too many columns.

select 1 intersect values(1,2);
----
error ERROR: all VALUES must have the same number of terms

values(1) union values(1,2);
----
error ERROR: all VALUES must have the same number of terms

values(1),(1,2);
----
error ERROR: all VALUES must have the same number of terms

values(1,2) union select 1;
----
error ERROR: SELECTs to the left and right of UNION do not have the same number of result columns

select 1 union all values(1,2);
----
error ERROR: all VALUES must have the same number of terms

select 1,2 union all values(1);
----
error ERROR: all VALUES must have the same number of terms
