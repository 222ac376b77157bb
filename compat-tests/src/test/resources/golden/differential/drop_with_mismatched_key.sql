-- A table whose foreign key matches no key of its parent, or the parent of such a table, can be dropped.

pragma foreign_keys=1;

create table t1(b references t1);

drop table t1;

create table p(a);

create table c(b references p(a));

drop table p;

drop table c;
