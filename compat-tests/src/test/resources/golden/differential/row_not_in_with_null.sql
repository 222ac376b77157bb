-- A row value with a NULL is converted too before it is compared with the rows behind IN.

CREATE TABLE t(a REAL);
INSERT INTO t VALUES(0.0);

SELECT ('0', NULL) NOT IN (SELECT a, a FROM t), ('1', NULL) NOT IN (SELECT a, a FROM t), (NULL, '0') IN (SELECT a, a FROM t);
----
NULL|1|NULL

SELECT (NULL, '0', NULL) NOT IN (SELECT NULL, a, a FROM t);
----
NULL
