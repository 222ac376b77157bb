SELECT NULL, 1;
.nullvalue NULL
SELECT NULL, 1;
.nullvalue ''
SELECT NULL, 1;
.nullvalue
.nullvalue a b
.nullvalue "two words"
SELECT NULL, 1;
.show
