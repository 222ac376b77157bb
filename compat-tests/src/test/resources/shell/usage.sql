.cd
.clone
.read
.nullvalue
.separator
.headers
.bail
.echo
.timer
.eqp
.binary
.changes
.indexes a b
.restore
.limit a b c
.fullschema a
.system
.print
