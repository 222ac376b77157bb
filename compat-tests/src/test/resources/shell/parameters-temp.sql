.param set :x "x'0102'"
.param set :y NULL
.param set :z "(SELECT 5)"
.param set :w abc
.parameter list
.mode quote
SELECT :x, :y, :z, :w;
