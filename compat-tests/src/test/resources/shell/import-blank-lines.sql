.import --csv blank.csv bl
SELECT quote(a) FROM bl;
