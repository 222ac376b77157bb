// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads three columns, an integer, a real and a text, of all rows. */
final class Scan extends Workload {
  private static final long EXPECTED = compute();

  private final PreparedStatement query;

  Scan(Connection connection) throws SQLException {
    super(connection);
    query = connection.prepareStatement("SELECT a, c, e FROM wide");
  }

  @Override
  public long run() throws SQLException {
    long sum = 0;
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        sum += rows.getLong(1) + (long) rows.getDouble(2) + rows.getString(3).length();
      }
    }
    return sum;
  }

  @Override
  public long operations() {
    return WideTable.ROWS;
  }

  @Override
  public long expected() {
    return EXPECTED;
  }

  private static long compute() {
    long sum = 0;
    for (int row = 1; row <= WideTable.ROWS; row++) {
      sum += WideTable.a(row) + (long) WideTable.c(row) + WideTable.e(row).length();
    }
    return sum;
  }
}
