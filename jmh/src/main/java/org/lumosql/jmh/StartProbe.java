// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What {@link StartBenchmark} starts: opens a database, runs one query, ends. */
public final class StartProbe {
  private StartProbe() {}

  /** @param arguments the URL of the database and the query */
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection(arguments[0]);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(arguments[1])) {
      int count = 0;
      while (rows.next()) {
        count += rows.getString(1) == null ? 0 : 1;
      }
      if (count == 0) {
        throw new SQLException("no rows");
      }
    }
  }
}
