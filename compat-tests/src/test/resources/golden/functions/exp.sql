-- exp(X): e to the power of X.
-- covers: exp

SELECT exp(0), exp(1), exp(-1), exp(0.5), exp(-0.5), exp(2), exp(10), exp(100), exp(1e300), exp(-1e-300);
----
1.0|2.7182818284590451|0.36787944117144233|1.6487212707001282|0.60653065971263342|7.3890560989306504|22026.465794806718|2.6881171418161356e+43|Inf|1.0

SELECT exp(NULL), exp('1'), exp('0.5x'), exp('abc'), exp(x'31'), exp(''), exp(' 1 '), typeof(exp(1)), typeof(exp('abc'));
----
NULL|2.7182818284590451|NULL|NULL|NULL|NULL|2.7182818284590451|'real'|'null'

SELECT exp(9223372036854775807), exp(-9223372036854775808), exp(9e999), exp(-9e999), exp(3.14159265358979), exp(1.5), exp(-2.5);
----
Inf|0.0|Inf|0.0|23.140692632779196|4.4816890703380645|0.0820849986238988

SELECT exp(1);
----
2.7182818284590451

SELECT exp(20);
----
485165195.40979028

SELECT exp(700);
----
1.0142320547350045e+304

SELECT exp(710);
----
Inf

SELECT exp(-745);
----
4.9406564584124654e-324

SELECT exp(-746);
----
0.0

SELECT exp();
----
error ERROR: wrong number of arguments to function exp()

SELECT exp(1, 2, 3, 4);
----
error ERROR: wrong number of arguments to function exp()
