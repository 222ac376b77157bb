-- Types of STRICT tables are checked before BEFORE triggers fire.

create table t(a int) strict;

create trigger r before insert on t begin select raise(abort,'fired'); END;

create trigger r2 before update on t begin select raise(abort,'fired2'); END;

insert into t values('x');
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t.a

insert into t values(1);
----
error CONSTRAINT_TRIGGER: fired

drop trigger r;

insert into t values(1);

update t set a='x';
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column t.a

update t set a=3;
----
error CONSTRAINT_TRIGGER: fired2

create table t(a int, b int as (a||'x')) strict;
----
error ERROR: table t already exists

create trigger q before insert on w begin select raise(abort,'fired'); END;
----
error ERROR: no such table: main.w

create trigger q2 before update on w begin select raise(abort,'fired2'); END;
----
error ERROR: no such table: main.w

insert into w values('x');
----
error ERROR: no such table: w

insert into w values(1);
----
error ERROR: no such table: w

drop trigger r;
----
error ERROR: no such trigger: r

insert into w values(1);
----
error ERROR: no such table: w

update w set a='x';
----
error ERROR: no such table: w

update w set a=3;
----
error ERROR: no such table: w

-- Stored generated columns, too.
create table g(a integer, b int as ('it''s') stored, c any) strict;

create trigger gr insert on g begin select raise(rollback, 'rolled back'); END;

insert into g values(4, x'c3a4');
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column g.b

create table h(a integer, b int as (a || 's') stored) strict;

insert into h(a) values(null);

create trigger hr update on h begin select raise(fail, 'failed'); END;

update h set a = 5;
----
error CONSTRAINT_DATATYPE: cannot store TEXT value in INT column h.b
