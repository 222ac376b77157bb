// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * A table of 1,000,000 rows, or as many as the property {@code lumosql.analyticRows} says, with columns of all kinds and smaller ones, for statements of every kind.
 * Made by C SQLite and copied for each engine.
 */
final class AnalyticDatabase {
  private static final int USUAL_ROWS = 1_000_000;
  private static final int ROWS = Integer.getInteger("lumosql.analyticRows", USUAL_ROWS);
  private static final String NAME = ROWS == USUAL_ROWS ? "analytic" : "analytic-" + ROWS;
  private static final String[] STATEMENTS = {
    "CREATE TABLE small(k INTEGER PRIMARY KEY, name TEXT, weight REAL)",
    "CREATE TABLE fact(id INTEGER PRIMARY KEY, few INTEGER, many INTEGER, day TEXT, name TEXT, amount REAL, note TEXT, k INTEGER)",
    "CREATE TABLE document(id INTEGER PRIMARY KEY, body TEXT)",
    "BEGIN",
    "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<" + ROWS / 100 + ")"
        + " INSERT INTO small SELECT i, 'name ' || (i * 7919 % 10007), (i * 31 % 1009) / 8.0 FROM n",
    "WITH RECURSIVE n(i, x) AS (VALUES(1, 12345) UNION ALL SELECT i+1, (x * 1103515245 + 12345) % 2147483648 FROM n WHERE i<" + ROWS + ")"
        + " INSERT INTO fact SELECT i, (x >> 8) % 10, (x >> 3) % 400000, date('2020-01-01', '+' || ((x >> 5) % 1500) || ' days'),"
        + " 'customer ' || printf('%06d', (x >> 4) % 50000), ((x >> 2) % 1000003) / 16.0,"
        + " 'a note of some length about row ' || i || ' and the number ' || x, 1 + (x >> 6) % 10000 FROM n",
    "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<" + ROWS / 10 + ")"
        + " INSERT INTO document SELECT i, json_object('id', i, 'name', 'document ' || i, 'tags', json_array('a', 'b' || i % 10, i % 7),"
        + " 'nested', json_object('x', i * 1.5, 'y', NULL, 'z', json('true'))) FROM n",
    "COMMIT"
  };

  private AnalyticDatabase() {}

  static Path file(Path directory, String user) throws SQLException, IOException {
    Path original = directory.resolve(NAME + ".db");
    if (!Files.exists(original)) {
      Path made = Files.createTempFile(directory, "making", ".db");
      try (Connection connection = Engine.SQLITE.open(made);
          Statement statement = connection.createStatement()) {
        for (String sql : STATEMENTS) {
          statement.execute(sql);
        }
      }
      Files.move(made, original, StandardCopyOption.REPLACE_EXISTING);
    }
    // statements may change the file, so that every run begins with a new copy
    Path copy = directory.resolve(NAME + "-" + user.toLowerCase(Locale.ROOT) + ".db");
    Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
    return copy;
  }
}
