.import
.import a
.import a b c
.import nofile tt
.import --foo x y
.import -v
