SELECT nocol;
.exit
