.parameter list
.param set :a 5
.param set $b "'hello'"
.param set @c x y
.param set @c two
.parameter set :e "1+1"
.parameter set ?1 77
.parameter list
SELECT :a, $b, @c, :e, :nope;
SELECT ?1, ?2;
.param unset :a
.parameter list
.param clear
.parameter list
.param init
.param
.param foo
SELECT :a;
