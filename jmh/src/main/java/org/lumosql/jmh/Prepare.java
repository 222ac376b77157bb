// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Prepares and closes typical statements, each text seen before, as applications do that build no SQL of values. */
final class Prepare extends Workload {
  private static final int ROUNDS = 2_000;
  private static final String[] STATEMENTS = {
    "SELECT a, b FROM wide WHERE id = ?",
    "SELECT count(*), sum(c) FROM wide WHERE a BETWEEN ? AND ? GROUP BY b ORDER BY 1 DESC LIMIT 10",
    "INSERT INTO wide(a, b, c) VALUES(?, ?, ?)",
    "UPDATE wide SET a = a + 1, d = ? WHERE id = ?",
    "DELETE FROM wide WHERE b = ? AND f > ?",
    "SELECT x.a, y.e FROM wide x JOIN wide y ON y.id = x.b WHERE x.h = ?",
  };

  private final boolean newTexts;
  private long texts;

  /** @param newTexts whether every text differs from all before, so that nothing can come from a cache */
  Prepare(Connection connection, boolean newTexts) {
    super(connection);
    this.newTexts = newTexts;
  }

  @Override
  long run() throws SQLException {
    long parameters = 0;
    for (int i = 0; i < ROUNDS; i++) {
      for (String sql : STATEMENTS) {
        String text = newTexts ? sql + " -- " + texts++ : sql;
        try (PreparedStatement statement = connection.prepareStatement(text)) {
          parameters += statement.getParameterMetaData().getParameterCount();
        }
      }
    }
    return parameters;
  }

  @Override
  long expected() {
    return ROUNDS * 11L;
  }
}
