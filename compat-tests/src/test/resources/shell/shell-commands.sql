.shell echo hi
.system echo a b "c d"
.shell exit 3
.system
.shell
.shell printf '%s\n' x
