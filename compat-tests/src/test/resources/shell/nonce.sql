-- arguments: -safe -nonce word :memory:
.nonce word
.shell echo once
.nonce word
select readfile('no such file') is null;
select 1;
.shell echo twice
select 2;
