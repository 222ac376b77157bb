// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.plans;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lumosql.compat.support.JdbcRows;

/** An engine with a database in memory, through JDBC: runs scripts, gives plans and rows. */
public final class PlanEngine implements AutoCloseable {
  /** The URLs of the two engines. */
  public static final String SQLITE = "jdbc:sqlite::memory:";

  public static final String LUMO = "jdbc:lumosql::memory:";

  private final Connection connection;

  public PlanEngine(String url) throws SQLException {
    connection = DriverManager.getConnection(url);
  }

  /** The connection, for what is special to one engine. */
  public Connection connection() {
    return connection;
  }

  /** Runs all statements of a script. */
  public void run(String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : PlanSuite.statements(script)) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          throw new SQLException(sql + ": " + e.getMessage(), e);
        }
      }
    }
  }

  /** The plan of a statement as the command line shows it, or the error. */
  public List<String> plan(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
      PlanTree tree = new PlanTree();
      while (rows.next()) {
        tree.add(rows.getInt(1), rows.getInt(2), rows.getString(4));
      }
      return tree.lines();
    } catch (SQLException e) {
      return List.of("error: " + JdbcRows.message(e));
    }
  }

  /** The rows of a query as texts, sorted, or the error. */
  public List<String> sortedRows(String sql) {
    List<String> found = new ArrayList<>(rows(sql));
    found.sort(null);
    return found;
  }

  /** The rows of a query as texts, or the error. */
  public List<String> rows(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return JdbcRows.lines(rows, PlanEngine::text);
    } catch (SQLException e) {
      return List.of("error: " + JdbcRows.message(e));
    }
  }

  private static String text(ResultSet rows, int column) throws SQLException {
    Object value = rows.getObject(column);
    // sums of reals depend on the order of rows in their last digits
    return value instanceof Double number ? String.format(Locale.ROOT, "%.6g", number) : String.valueOf(value);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
