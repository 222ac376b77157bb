-- arguments: -safe -nonce word :memory:
select 1;
.nonce wort
select 2;
