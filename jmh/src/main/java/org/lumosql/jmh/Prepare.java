// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Prepares and closes typical statements. */
final class Prepare extends Workload {
  private static final int ROUNDS = 2_000;

  /** What the texts have in common with those before. */
  enum Texts {
    /** They are the same, as those of applications that build no SQL of values. */
    SAME(
        "SELECT a, b FROM wide WHERE id = ?",
        "SELECT count(*), sum(c) FROM wide WHERE a BETWEEN ? AND ? GROUP BY b ORDER BY 1 DESC LIMIT 10",
        "INSERT INTO wide(a, b, c) VALUES(?, ?, ?)",
        "UPDATE wide SET a = a + 1, d = ? WHERE id = ?",
        "DELETE FROM wide WHERE b = ? AND f > ?",
        "SELECT x.a, y.e FROM wide x JOIN wide y ON y.id = x.b WHERE x.h = ?"),
    /** They differ in literals, as those of applications that do. */
    OTHER_LITERALS(
        "SELECT a, b FROM wide WHERE id = #",
        "SELECT count(*), sum(c) FROM wide WHERE a BETWEEN # AND 77# GROUP BY b ORDER BY 1 DESC LIMIT 10",
        "INSERT INTO wide(a, b, c) VALUES(#, 5, 7.#)",
        "UPDATE wide SET a = a + 1, d = 'name #' WHERE id = #",
        "DELETE FROM wide WHERE b = # AND f > 77#",
        "SELECT x.a, y.e FROM wide x JOIN wide y ON y.id = x.b WHERE x.h = 'text #'"),
    /** They differ in a name, so that each must be compiled. */
    OTHER_NAMES(
        "SELECT a AS n#, b FROM wide WHERE id = ?",
        "SELECT count(*) AS n#, sum(c) FROM wide WHERE a BETWEEN ? AND ? GROUP BY b ORDER BY 1 DESC LIMIT 10",
        "INSERT INTO wide AS n#(a, b, c) VALUES(?, ?, ?)",
        "UPDATE wide AS n# SET a = a + 1, d = ? WHERE id = ?",
        "DELETE FROM wide AS n# WHERE b = ? AND f > ?",
        "SELECT x.a AS n#, y.e FROM wide x JOIN wide y ON y.id = x.b WHERE x.h = ?");

    private final String[] statements;

    /** @param statements # stands for a number */
    Texts(String... statements) {
      this.statements = statements;
    }
  }

  private final Texts texts;
  private long number = 1_000;

  Prepare(Connection connection, Texts texts) {
    super(connection);
    this.texts = texts;
  }

  @Override
  long run() throws SQLException {
    long parameters = 0;
    for (int i = 0; i < ROUNDS; i++) {
      for (String sql : texts.statements) {
        String text = texts == Texts.SAME ? sql : sql.replace("#", Long.toString(number++));
        try (PreparedStatement statement = connection.prepareStatement(text)) {
          parameters += statement.getParameterMetaData().getParameterCount();
        }
      }
    }
    return parameters;
  }

  @Override
  long expected() {
    return texts == Texts.OTHER_LITERALS ? 0 : ROUNDS * 11L;
  }

  @Override
  long operations() {
    return (long) ROUNDS * texts.statements.length;
  }
}
