-- RAISE(ABORT, X): any value becomes the message, which ends at the first NUL.
-- covers: CREATE TRIGGER

CREATE TABLE u(a);
CREATE TRIGGER r BEFORE INSERT ON u BEGIN SELECT RAISE(ABORT, new.a); END;
INSERT INTO u VALUES(NULL);
----
error CONSTRAINT_TRIGGER: 

-- utf8: a blob of odd length is half a character too much
INSERT INTO u VALUES('abc' || zeroblob(3) || 'x');
----
error CONSTRAINT_TRIGGER: abc

-- utf8: a blob of odd length is half a character too much
INSERT INTO u VALUES(x'414243');
----
error CONSTRAINT_TRIGGER: ABC

INSERT INTO u VALUES(1.5);
----
error CONSTRAINT_TRIGGER: 1.5

INSERT INTO u VALUES('');
----
error CONSTRAINT_TRIGGER: 

INSERT INTO u VALUES('end');
----
error CONSTRAINT_TRIGGER: end
