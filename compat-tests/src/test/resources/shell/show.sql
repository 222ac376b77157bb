.show
.mode box --wrap 20 --ww
.headers on
.nullvalue "a\tb"
.separator "\001" "\r\n"
.echo on
.eqp on
.explain off
.stats off
.width 1 -2
.show
.eqp full
.explain auto
.output /dev/null
.show
.output
.show x
