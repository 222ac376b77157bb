// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Prepares and closes typical statements. */
final class Prepare extends Workload {
  /** How many statements of each kind there are. */
  static final int STATEMENTS = 6;

  private static final int ROUNDS = 2_000;

  private final PrepareTexts texts;
  private long number = 1_000;

  Prepare(Connection connection, PrepareTexts texts) {
    super(connection);
    this.texts = texts;
  }

  @Override
  public long run() throws SQLException {
    long parameters = 0;
    for (int i = 0; i < ROUNDS; i++) {
      parameters += each();
    }
    return parameters;
  }

  /** Prepares each statement once; returns how many parameters they have together. */
  long each() throws SQLException {
    long parameters = 0;
    for (String sql : texts.statements()) {
      String text = texts == PrepareTexts.SAME ? sql : sql.replace("#", Long.toString(number++));
      try (PreparedStatement statement = connection.prepareStatement(text)) {
        parameters += statement.getParameterMetaData().getParameterCount();
      }
    }
    return parameters;
  }

  @Override
  public long expected() {
    return texts == PrepareTexts.OTHER_LITERALS ? 0 : ROUNDS * 11L;
  }

  @Override
  public long operations() {
    return (long) ROUNDS * STATEMENTS;
  }
}
