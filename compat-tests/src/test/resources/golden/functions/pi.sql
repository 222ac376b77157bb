-- pi(): as a real.
-- covers: pi

SELECT pi(), typeof(pi()), pi() = 3.141592653589793;
----
3.1415926535897931|'real'|1

SELECT pi(1);
----
error ERROR: wrong number of arguments to function pi()
