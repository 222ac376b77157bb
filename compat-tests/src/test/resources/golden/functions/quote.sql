-- quote(X): as an SQL literal.
-- covers: quote

SELECT quote(1), quote(-1.5), quote(NULL), quote('a''b'), quote(x'00ff'), quote(''), quote(x''), quote(1e100), quote(0.1), quote(-0.0), quote(9e999), quote(-9e999);
----
'1'|'-1.5'|'NULL'|'''a''''b'''|'X''00FF'''|''''''|'X'''''|'1.0e+100'|'0.1'|'0.0'|'9.0e+999'|'-9.0e+999'

SELECT quote('a' || char(0) || 'b'), quote(char(10)), quote('ä😀'), quote(9223372036854775807), quote(1.0), quote(123456789012345680.0), quote(1e-5), quote(5e-324), quote(1.7976931348623157e308);
----
'''a'''|unistr('''\u000a''')|'''ä😀'''|'9223372036854775807'|'1.0'|'1.2345678901234568e+17'|'1.0e-05'|'4.9406564584124654e-324'|'1.7976931348623157e+308'

SELECT quote();
----
error ERROR: wrong number of arguments to function quote()

SELECT quote(1, 2);
----
error ERROR: wrong number of arguments to function quote()
