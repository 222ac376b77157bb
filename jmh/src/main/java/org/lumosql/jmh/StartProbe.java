// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What benchmarks of cold starts start: opens a database, runs one query, ends. */
public final class StartProbe {
  private StartProbe() {}

  /** @param arguments the URL of the database, the query and, if one wants it checked, the first value of its rows */
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection(arguments[0]);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(arguments[1])) {
      int count = 0;
      while (rows.next()) {
        String value = rows.getString(1);
        if (arguments.length > 2 && !arguments[2].equals(value)) {
          throw new SQLException("the query gives " + value + ", not " + arguments[2]);
        }
        count += value == null ? 0 : 1;
      }
      if (count == 0) {
        throw new SQLException("no rows");
      }
    }
  }
}
