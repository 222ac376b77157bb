.mode
.mode foo
.mode --wrap
.mode box a b
.mode tabl
.mode
.mode c
.mode
.mode col
.mode
.mode l
.mode
.mode box --wrap 20 --wordwrap off
.mode
.mode li
.mode
.mode lin
.mode
.mode m
.mode
.mode t
.mode
.mode q
.mode
.mode a
.mode
.mode b
.mode
.mode h
.mode
.mode i
.mode
.mode j
.mode
.mode lines
.mode
.mode columns
.mode
