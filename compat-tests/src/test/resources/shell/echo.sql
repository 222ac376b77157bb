.echo on
SELECT 1;
-- a comment
SELECT
  2;
.tables
.print hello
# a line for nobody
.echo off
SELECT 3;
