.print
.print a
.print a  b   c
.print 'a  b' "c\td" 'e\tf'
.print "a\\b" \x41 "\101"
.print "unfinished
.print 'it''s'
.print a"b"c
.print "q\"q" z
