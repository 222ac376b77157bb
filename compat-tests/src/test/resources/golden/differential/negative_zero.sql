-- abs of minus zero.

select abs('-0.0'), abs(-0.0), cast('-0.0' as real), '-0.0'+0, -0.0, abs('-0'), abs(cast('-0' as real));
----
0.0|0.0|0.0|0.0|0.0|0.0|0.0
