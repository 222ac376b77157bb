create table p(a integer primary key, b unique, c, d, unique(c,d));
create table c1(x references p, y references p(b) on delete cascade, z, w, foreign key(z,w) references p(c,d));
create index i1 on c1(x);
create table c2("x y" text collate nocase references p(b));
.lint fkey-indexes
.lint fkey-indexes -verbose
.lint fkey-indexes -groupbyparent
.lint fkey-indexes -foo
.lint
.lint foo
