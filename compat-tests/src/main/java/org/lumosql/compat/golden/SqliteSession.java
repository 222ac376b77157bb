// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.golden;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.support.JdbcRows;
import org.sqlite.SQLiteException;

/** C SQLite. */
final class SqliteSession implements GoldenSession {
  private final Connection connection;

  private SqliteSession(Connection connection) {
    this.connection = connection;
  }

  static SqliteSession open(String name) {
    try {
      return new SqliteSession(DriverManager.getConnection("jdbc:sqlite:" + name));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<String> run(String sql, List<Object> bindings, boolean labels) {
    List<String> answer = new ArrayList<>();
    try {
      if (bindings.isEmpty()) {
        try (Statement statement = connection.createStatement()) {
          if (statement.execute(sql)) {
            rows(statement.getResultSet(), labels, answer);
          }
        }
      } else {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
          for (int i = 0; i < bindings.size(); i++) {
            statement.setObject(i + 1, bindings.get(i));
          }
          if (statement.execute()) {
            rows(statement.getResultSet(), labels, answer);
          }
        }
      }
    } catch (SQLException e) {
      answer.add(GoldenValue.error(code(e), JdbcRows.message(e)));
    }
    return answer;
  }

  private static void rows(ResultSet rows, boolean labels, List<String> answer) throws SQLException {
    if (labels) {
      answer.add("# " + String.join("|", JdbcRows.labels(rows)));
    }
    answer.addAll(JdbcRows.lines(rows, SqliteSession::value));
  }

  private static String value(ResultSet rows, int column) throws SQLException {
    Object value = rows.getObject(column);
    if (value == null) {
      return GoldenValue.NULL;
    }
    if (value instanceof byte[] blob) {
      return GoldenValue.blob(blob);
    }
    return value instanceof String text ? GoldenValue.text(text) : rows.getString(column);
  }

  private static String code(SQLException e) {
    String name = e instanceof SQLiteException sqlite ? sqlite.getResultCode().name() : "SQLITE_ERROR";
    return name.substring("SQLITE_".length());
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
