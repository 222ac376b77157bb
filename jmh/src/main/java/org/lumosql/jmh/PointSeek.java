// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads single rows, chosen at random, by a prepared statement. */
final class PointSeek extends Workload {
  private static final int SEEKS = 100_000;

  /** What the rows are looked up by. */
  enum Key {
    ROWID,
    UNIQUE_INDEX
  }

  private final Key key;
  private final boolean inTransaction;
  private final PreparedStatement query;
  private final long expected;

  PointSeek(Connection connection, Key key, boolean inTransaction) throws SQLException {
    super(connection);
    this.key = key;
    this.inTransaction = inTransaction;
    query = connection.prepareStatement("SELECT a FROM wide WHERE " + (key == Key.ROWID ? "id" : "h") + " = ?");
    long sum = 0;
    for (int i = 0; i < SEEKS; i++) {
      sum += WideTable.a(row(i));
    }
    expected = sum;
  }

  private static long row(int i) {
    return 1 + (WideTable.mix(i, 17) >>> 1) % WideTable.ROWS;
  }

  @Override
  public long run() throws SQLException {
    long sum = 0;
    connection.setAutoCommit(!inTransaction);
    for (int i = 0; i < SEEKS; i++) {
      if (key == Key.ROWID) {
        query.setLong(1, row(i));
      } else {
        query.setString(1, "a text that is somewhat longer " + row(i));
      }
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        sum += rows.getLong(1);
      }
    }
    connection.setAutoCommit(true);
    return sum;
  }

  @Override
  public long operations() {
    return SEEKS;
  }

  @Override
  public long expected() {
    return expected;
  }
}
