-- A compound finds equal rows by the collations of its columns, whatever COLLATE it is sorted by.
-- labels: yes

CREATE TABLE plants(latin TEXT COLLATE NOCASE, common TEXT, height INT);
INSERT INTO plants VALUES('abc', 'ABC', 1), ('Abd', 'abd', 1), ('xyz', 'XYZ', 1), ('ABC', 'abc', 2);

SELECT common FROM plants UNION SELECT latin FROM plants ORDER BY 1 COLLATE NOCASE, 1;
----
# common
'ABC'
'abc'
'Abd'
'abd'
'XYZ'
'xyz'

SELECT latin FROM plants UNION SELECT common FROM plants ORDER BY 1 COLLATE BINARY;
----
# latin
'ABC'
'XYZ'
'abd'

SELECT common, height FROM plants UNION SELECT latin, height FROM plants ORDER BY height DESC, 1 COLLATE NOCASE DESC, common LIMIT 4 OFFSET 1;
----
# common|height
'abc'|2
'XYZ'|1
'xyz'|1
'Abd'|1

SELECT common FROM plants EXCEPT SELECT 'abc' ORDER BY 1 COLLATE NOCASE;
----
# common
'ABC'
'abd'
'XYZ'

SELECT common FROM plants INTERSECT SELECT latin FROM plants ORDER BY latin COLLATE NOCASE, 1;
----
# common
'ABC'
'abc'

SELECT common AS q, common AS q FROM plants UNION SELECT latin, latin FROM plants ORDER BY q COLLATE NOCASE, 2 LIMIT 2;
----
# q|q:1
'ABC'|'ABC'
'abc'|'abc'

SELECT common FROM plants UNION ALL SELECT latin FROM plants ORDER BY 1 COLLATE NOCASE, 1;
----
# common
'ABC'
'ABC'
'abc'
'abc'
'Abd'
'abd'
'XYZ'
'xyz'

SELECT (SELECT common FROM plants UNION SELECT latin FROM plants ORDER BY 1 COLLATE NOCASE DESC, 1 LIMIT 1), 'Abd' IN (SELECT common FROM plants UNION SELECT latin FROM plants ORDER BY 1 COLLATE NOCASE);
----
# (SELECT common FROM plants UNION SELECT latin FROM plants ORDER BY 1 COLLATE NOCASE DESC, 1 LIMIT 1)|'Abd' IN (SELECT common FROM plants UNION SELECT latin FROM plants ORDER BY 1 COLLATE NOCASE)
'XYZ'|1

SELECT common FROM plants UNION SELECT latin FROM plants ORDER BY lower(common) COLLATE NOCASE;
----
error ERROR: 1st ORDER BY term does not match any column in the result set

-- A COLLATE in the list behind IN, and in the pattern of LIKE, says nothing.
CREATE INDEX plants_common ON plants(common);
CREATE INDEX plants_any ON plants(common COLLATE NOCASE);

SELECT common, common IN ('abc' COLLATE NOCASE), common NOT IN (('abc' COLLATE NOCASE)), common COLLATE NOCASE IN ('abc'), 'x' IN ('X' COLLATE NOCASE) FROM plants WHERE height = 1;
----
# common|common IN ('abc' COLLATE NOCASE)|common NOT IN (('abc' COLLATE NOCASE))|common COLLATE NOCASE IN ('abc')|'x' IN ('X' COLLATE NOCASE)
'ABC'|0|1|1|0
'abd'|0|1|0|0
'XYZ'|0|1|0|0

SELECT common FROM plants WHERE common IN ('abc' COLLATE NOCASE);
----
# common
'abc'
