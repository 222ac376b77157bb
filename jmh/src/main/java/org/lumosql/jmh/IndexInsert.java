// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Inserts rows whose indexed column comes in random order, in one transaction. */
final class IndexInsert extends Workload {
  private static final int ROWS = 100_000;

  IndexInsert(Connection connection) {
    super(connection);
  }

  @Override
  public void reset() throws SQLException {
    execute("DROP TABLE IF EXISTS random", "CREATE TABLE random(k INTEGER, v TEXT)", "CREATE INDEX random_k ON random(k)");
  }

  @Override
  public long run() throws SQLException {
    connection.setAutoCommit(false);
    long count = 0;
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO random VALUES(?, 'value')")) {
      for (int row = 1; row <= ROWS; row++) {
        insert.setLong(1, WideTable.mix(row, 23));
        count += insert.executeUpdate();
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
    return count;
  }

  @Override
  public long operations() {
    return ROWS;
  }

  @Override
  public long expected() {
    return ROWS;
  }

  @Override
  public void inspect() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT k FROM random INDEXED BY random_k ORDER BY k")) {
      long previous = Long.MIN_VALUE;
      int count = 0;
      while (rows.next()) {
        if (rows.getLong(1) < previous) {
          throw new IllegalStateException("the index is not in order");
        }
        previous = rows.getLong(1);
        count++;
      }
      if (count != ROWS) {
        throw new IllegalStateException("the index has " + count + " entries");
      }
    }
  }
}
