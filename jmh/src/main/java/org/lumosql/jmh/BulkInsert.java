// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Inserts rows of ten columns in the order of their rowids in one transaction, as JDBC batches. */
final class BulkInsert extends Workload {
  private static final int ROWS = 100_000;
  private static final int BATCH = 1_000;

  BulkInsert(Connection connection) {
    super(connection);
  }

  @Override
  public void reset() throws SQLException {
    execute("DROP TABLE IF EXISTS bulk", "CREATE TABLE bulk" + WideTable.COLUMNS);
  }

  @Override
  public long run() throws SQLException {
    connection.setAutoCommit(false);
    long count = 0;
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bulk" + WideTable.INSERT)) {
      for (int row = 1; row <= ROWS; row++) {
        WideTable.bind(insert, row);
        insert.addBatch();
        if (row % BATCH == 0) {
          count += insert.executeBatch().length;
        }
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
    long sum = 0;
    for (int row = 1; row <= ROWS; row++) {
      sum += WideTable.a(row) + WideTable.e(row).length();
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT sum(a + length(e)) FROM bulk")) {
      rows.next();
      if (rows.getLong(1) != sum) {
        throw new IllegalStateException("inserted rows sum up to " + rows.getLong(1) + ", not " + sum);
      }
    }
  }
}
